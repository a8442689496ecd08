"""Training of the models that choose the body of a page. Not part of the installed package."""
