"""Polarity: stance, modality and negation of an event, composed from the words over it."""
