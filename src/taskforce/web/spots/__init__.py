"""White spots with an owner: who follows up, what the operators answer, and what happens next."""
