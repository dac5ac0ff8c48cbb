"""The joined reading: what both readers found is one claim, with how certain it is."""
