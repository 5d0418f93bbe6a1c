"""Example people: Demo Street, and the crowd that is made from it. No real person stands here."""
