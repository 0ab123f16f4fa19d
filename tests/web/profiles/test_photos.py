"""Pictures as people send them: turned upright, made small, and rid of where they were taken."""

import io

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageCms, PngImagePlugin

from taskforce.web.profiles.photos.opened import LARGEST, opened
from taskforce.web.profiles.photos.sizes import NARROW, sized

_ORIENTATION, _GPS, _OWNER = 0x0112, 0x8825, 0xA430
_RED, _BLUE, _WHITE = (200, 20, 20), (20, 20, 200), (255, 255, 255)


def written(picture, kind="JPEG", **options):
    """A picture as a file."""
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def halves(size=(600, 500), mode="RGB", left=_RED, right=_BLUE):
    """A picture whose left half has another colour than its right half."""
    picture = Image.new("RGB", size, right)
    picture.paste(left, (0, 0, size[0] // 2, size[1]))
    return picture.convert(mode)


def near(seen, meant):
    return all(abs(one - other) < 12 for one, other in zip(seen, meant, strict=True))


def test_what_a_camera_tells_of_place_time_and_owner_is_gone():
    exif = Image.Exif()
    exif[_OWNER] = "Somebody"
    exif.get_ifd(_GPS).update({1: "N", 2: (55.0, 25.0, 48.0), 3: "E", 4: (11.0, 33.0, 0.0)})
    sent = written(
        halves(), exif=exif, comment=b"Behind the barn", xmp=b"<x:xmpmeta>11.55</x:xmpmeta>"
    )
    assert Image.open(io.BytesIO(sent)).getexif().get_ifd(_GPS)
    picture = sized(sent)
    for kept in (picture.broad, picture.narrow):
        found = Image.open(io.BytesIO(kept))
        assert dict(found.getexif()) == {}
        assert set(found.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density",
                                   "progressive", "progression"}  # fmt: skip
        assert not any(word in kept for word in (b"Somebody", b"barn", b"11.55", b"Exif"))


@pytest.mark.parametrize(
    ("orientation", "size", "corner"),
    [(1, (600, 500), _RED), (3, (600, 500), _BLUE), (6, (500, 600), _RED), (8, (500, 600), _BLUE)],
)
def test_a_picture_stands_upright_and_knows_its_size(orientation, size, corner):
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    picture = opened(written(halves(), exif=exif), at_most=1280)
    assert picture.size == size
    assert near(picture.getpixel((5, 5)), corner)


@pytest.mark.parametrize(
    ("size", "broad"), [((4000, 2000), (1280, 640)), ((900, 1200), (900, 1200))]
)
def test_a_picture_is_kept_in_two_sizes_and_never_blown_up(size, broad):
    picture = sized(written(halves(size)))
    assert (picture.width, picture.height) == broad
    assert Image.open(io.BytesIO(picture.broad)).size == broad
    assert Image.open(io.BytesIO(picture.narrow)).width == NARROW
    assert len(picture.narrow) < len(picture.broad)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_is_see_through_becomes_white(kind):
    picture = Image.new("RGBA", (500, 500), (0, 0, 0, 0))
    picture.paste((*_RED, 255), (0, 0, 250, 500))
    seen = opened(written(picture, kind, lossless=True), at_most=1280)
    assert near(seen.getpixel((5, 5)), _RED)
    assert near(seen.getpixel((490, 5)), _WHITE)


@pytest.mark.parametrize(
    ("mode", "kind"), [("CMYK", "JPEG"), ("L", "JPEG"), ("P", "PNG"), ("1", "PNG")]
)
def test_every_way_to_write_colours_is_read(mode, kind):
    seen = opened(written(halves(mode=mode, left=_WHITE, right=(0, 0, 0)), kind), at_most=1280)
    assert seen.mode == "RGB"
    assert near(seen.getpixel((5, 5)), _WHITE)
    assert near(seen.getpixel((590, 5)), (0, 0, 0))


def test_sixteen_bits_of_grey_become_eight():
    deep = Image.new("I;16", (500, 500), 40_000)
    assert near(opened(written(deep, "PNG"), at_most=1280).getpixel((9, 9)), (156, 156, 156))


def test_a_profile_of_colours_is_followed_and_nonsense_is_passed_over():
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # A screen whose red is blue, and whose blue is red.
    swapped = own.replace(b"rXYZ", b"----").replace(b"bXYZ", b"rXYZ").replace(b"----", b"bXYZ")
    for profile, meant in ((own, _RED), (swapped, _BLUE), (b"nonsense", _RED)):
        seen = opened(written(halves(), icc_profile=profile), at_most=1280)
        assert near(seen.getpixel((5, 5)), meant)
        assert seen.info == {}


def test_a_remark_in_a_png_is_gone():
    remark = PngImagePlugin.PngInfo()
    remark.add_text("Place", "55.43 11.55")
    assert b"55.43" not in sized(written(halves(), "PNG", pnginfo=remark)).broad


def bomb(edge):
    """A few thousand bytes that would fill many million pixels."""
    return written(Image.new("1", (edge, edge)), "PNG")


@pytest.mark.parametrize(
    ("content", "remedy"),
    [
        (b"", "Vælg et billede i JPEG, PNG eller WebP."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Vælg et billede"),
        (written(halves(), "GIF"), "Vælg et billede"),
        (written(halves(), "TIFF"), "Vælg et billede"),
        (written(halves())[:2_000], "Gem det igen"),
        (written(halves(), "PNG")[:300], "Gem det igen"),
        (bomb(7_200), "50 millioner pixel"),
        (bomb(13_500), "50 millioner pixel"),
        (written(halves((479, 900))), "mindst 480 pixel"),
        (written(halves((500, 1_600))), "Beskær det"),
        (b"\xff\xd8" + bytes(LARGEST), "Gør det mindre"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_what_to_do(content, remedy):
    with pytest.raises(ValidationError, match=remedy):
        sized(content)
