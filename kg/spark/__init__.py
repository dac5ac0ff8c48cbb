"""A build on many machines: the functions of one process, joined by the shuffles of Spark."""
