"""Claims written: evidence, figures, times, ids."""
