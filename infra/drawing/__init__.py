"""Pages of docs/ that the code writes about itself; a test compares them with what is there."""
