"""The lexicon's frames filled: which words of a sentence take which part in an event."""
