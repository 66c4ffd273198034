"""The parts of a web page: tokens with offsets, a tree, the article among the page's furniture, its text."""
