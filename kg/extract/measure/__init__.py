"""Figures and times of a claim, of all that the text tells."""
