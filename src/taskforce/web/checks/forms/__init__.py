"""What is asked of somebody who checks a case: the place, the day, and the facts."""
