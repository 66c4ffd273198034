"use strict";

const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function activate() {
  const settings = workspace.getConfiguration("drafter");
  const [command, ...args] = settings.get("command");
  const pattern = settings.get("files");
  client = new LanguageClient(
    "drafter",
    "drafter",
    { command, args },
    {
      documentSelector: [
        { scheme: "file", language: "plaintext", pattern },
        { scheme: "file", language: "markdown", pattern },
      ],
      synchronize: { fileEvents: workspace.createFileSystemWatcher("**/{drafter,pyproject}.toml") },
    },
  );
  return client.start();
}

function deactivate() {
  return client && client.stop();
}

module.exports = { activate, deactivate };
