-- Neovim's own client against `drafter lsp`: opens a draft, waits for findings, applies the preferred fix, waits again.
-- Usage: nvim --headless -u NONE -l|-S neovim.lua with DRAFTER (program), DRAFT (file), RESULT (file to write).
local program = vim.split(os.getenv("DRAFTER"), " ")
local result = { errors = {} }

local function finish()
  local file = io.open(os.getenv("RESULT"), "w")
  file:write(vim.json and vim.json.encode(result) or vim.fn.json_encode(result))
  file:close()
  vim.cmd("qall!")
end

local function findings(buffer)
  local rows = {}
  for _, d in ipairs(vim.diagnostic.get(buffer)) do
    local code = d.code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code)
    table.insert(rows, { line = d.lnum, column = d.col, end_line = d.end_lnum, end_column = d.end_col, code = code, message = d.message })
  end
  return rows
end

local function wait_for(what, condition)
  if not vim.wait(60000, condition, 50) then
    table.insert(result.errors, "timeout: " .. what)
    finish()
  end
end

vim.cmd("edit " .. vim.fn.fnameescape(os.getenv("DRAFT")))
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({ name = "drafter", cmd = program, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(buffer, client)
wait_for("findings", function() return #vim.diagnostic.get(buffer) > 0 end)
result.before = findings(buffer)

local wanted = os.getenv("CODE")
local target
for _, d in ipairs(result.before) do
  if d.code == wanted then target = d end
end
local position = { line = target.line, character = target.column }
local params = {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
  range = { start = position, ["end"] = { line = target.end_line, character = target.end_column } },
  context = { diagnostics = {} },
}
-- Columns of vim.diagnostic are bytes; the protocol wants UTF-16 units.
local line = vim.api.nvim_buf_get_lines(buffer, target.line, target.line + 1, true)[1]
local _, start_units = vim.str_utfindex(line, target.column)
local _, end_units = vim.str_utfindex(line, target.end_column)
params.range.start.character, params.range["end"].character = start_units, end_units
local answers = vim.lsp.buf_request_sync(buffer, "textDocument/codeAction", params, 60000)
for _, answer in pairs(answers or {}) do
  for _, action in ipairs(answer.result or {}) do
    if action.isPreferred and not result.applied then
      result.applied = action.title
      local encoding = vim.lsp.get_client_by_id(client).offset_encoding
      vim.lsp.util.apply_workspace_edit(action.edit, encoding)
    end
  end
end
wait_for("the finding to go", function()
  for _, d in ipairs(findings(buffer)) do
    if d.code == wanted then return false end
  end
  return true
end)
result.after = findings(buffer)
result.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), "\n")
local shown = vim.lsp.buf_request_sync(buffer, "textDocument/hover", {
  textDocument = params.textDocument, position = { line = result.after[1].line, character = 0 },
}, 60000)
result.hover = shown ~= nil
vim.lsp.stop_client(client)
finish()
