"""Inputs to articles."""
