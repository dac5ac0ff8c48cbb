"""Joins the stages: articles in, a graph out; what a build keeps, tells and writes."""
