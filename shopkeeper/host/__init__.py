"""This machine, as the shop needs it: its clock, its folders, its lock, its keychain, its log."""
