"""Uses each compiled kernel once on a small path, so that all of them lie on the disk."""

from __future__ import annotations

import numpy as np

from taskforce.prediction.p1812.compiling import is_compiled
from taskforce.prediction.p1812.fan import link_for, losses, profile_between
from taskforce.prediction.p1812.fused import fan_losses, fan_losses_plainly, profile_to
from taskforce.prediction.p1812.path import path_loss
from taskforce.prediction.p1812.per_path import terms_of
from taskforce.prediction.radio import Points, Radio, Transmitter
from taskforce.prediction.terrain import flat

KERNELS = (terms_of, profile_to, fan_losses, fan_losses_plainly)


def warm_up() -> bool:
    """Compile what is not compiled yet.

    Returns
    -------
    bool
        Whether anything had to be compiled.
    """
    needed = not all(is_compiled(kernel) for kernel in KERNELS)
    mast, radio = Transmitter("warm-up", 0.0, 0.0, 30.0), Radio()
    place = Points(np.array([1000.0]), np.array([0.0]))
    path_loss(profile_between(flat(), mast, (1000.0, 0.0), radio), link_for(mast, radio, 0))
    losses(flat(), mast, place, radio)
    losses(flat(), mast, place, radio, plain=True)
    return needed
