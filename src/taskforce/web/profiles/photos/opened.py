"""Open a picture that somebody sends: refuse what is none, turn it upright, forget the rest."""

from __future__ import annotations

import io
import struct

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

LARGEST = 12_000_000
NARROWEST = 480
# A telephone's largest picture; more than that would fill the memory when it is unpacked.
_MOST_PIXELS = 50_000_000
_FORMATS = ("JPEG", "PNG", "WEBP")
ENDINGS = ("jpg", "jpeg", "png", "webp")
# What Pillow raises for a file that is damaged in one way or another.
_DAMAGED = (OSError, SyntaxError, ValueError, EOFError, struct.error)
_LONGEST_SHAPE = 3


def opened(content: bytes, *, at_most: int) -> Image.Image:
    """The picture upright, in the colours of the web, as broad as asked for or narrower.

    Nothing comes along but the picture: what a camera wrote about place, time and owner stays.

    Raises
    ------
    ValidationError
        It is no picture that we can read, it is damaged, or it is too large or too small.
    """
    if len(content) > LARGEST:
        raise ValidationError(_("The picture is larger than 12 MB. Make it smaller."))
    picture = _recognised(content)
    _of_a_fair_size(picture)
    try:
        # A JPEG is read at half or a quarter of its size where that is enough.
        picture.draft(None, (2 * at_most, 2 * at_most))
        upright = _of_the_web(ImageOps.exif_transpose(picture))
    except _DAMAGED:
        raise ValidationError(
            _("The picture is damaged, or not all of it came through. Save it again, then retry.")
        ) from None
    # Remarks and labels would otherwise be written out again.
    upright.info = {}
    if upright.width > at_most:
        height = max(1, round(upright.height * at_most / upright.width))
        upright = upright.resize((at_most, height), Image.Resampling.LANCZOS)
    return upright


def _recognised(content: bytes) -> Image.Image:
    """The picture by its content, whatever its name says; its pixels are not unpacked yet."""
    try:
        return Image.open(io.BytesIO(content), formats=_FORMATS)
    except Image.DecompressionBombError:
        raise ValidationError(_too_many_pixels()) from None
    except (UnidentifiedImageError, *_DAMAGED):
        raise ValidationError(_("Choose a picture in JPEG, PNG or WebP.")) from None


def _of_a_fair_size(picture: Image.Image) -> None:
    """Refuse what would fill the memory, and what would be shown as a blur."""
    width, height = picture.size
    if width * height > _MOST_PIXELS:
        raise ValidationError(_too_many_pixels())
    if min(width, height) < NARROWEST:
        raise ValidationError(
            _("The picture is too small. It must measure at least 480 pixels each way.")
        )
    if max(width, height) > _LONGEST_SHAPE * min(width, height):
        raise ValidationError(_("The picture is too long and narrow. Crop it, then retry."))


def _of_the_web(picture: Image.Image) -> Image.Image:
    """Red, green and blue as a screen shows them; where it is see-through, it becomes white."""
    if picture.has_transparency_data:
        solid = picture.convert("RGBA")
        ground = Image.new("RGBA", solid.size, "white")
        return Image.alpha_composite(ground, solid).convert("RGB")
    if picture.mode.startswith("I"):
        # Sixteen bits of grey: the upper eight are what a screen shows.
        return picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("RGB")
    own = picture.info.get("icc_profile")
    return (_translated(picture, own) if own else None) or picture.convert("RGB")


def _translated(picture: Image.Image, own: bytes) -> Image.Image | None:
    """The colours of a camera's or a printer's profile; None where the profile makes no sense."""
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(own))
        screen = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, profile, screen, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return None


def _too_many_pixels() -> str:
    return _("The picture has more than 50 million pixels. Make it smaller.")
