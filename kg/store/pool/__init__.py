"""Queries on one graph, each in a process of its own with bounds of time, rows and memory."""
