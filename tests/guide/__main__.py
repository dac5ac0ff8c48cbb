"""Makes README.md and the guide again, as the program is now: `python -m tests.guide`."""

from tests.guide.renew import renew

if __name__ == "__main__":
    renew()
