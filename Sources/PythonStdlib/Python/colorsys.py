"""Colours in other coordinates: RGB, YIQ, HLS and HSV, all between 0 and 1."""

__all__ = ["rgb_to_yiq", "yiq_to_rgb", "rgb_to_hls", "hls_to_rgb", "rgb_to_hsv", "hsv_to_rgb"]


def rgb_to_yiq(r, g, b):
    y = 0.30 * r + 0.59 * g + 0.11 * b
    return y, 0.74 * (r - y) - 0.27 * (b - y), 0.48 * (r - y) + 0.41 * (b - y)


def yiq_to_rgb(y, i, q):
    r = y + 0.9468822170900693 * i + 0.6235565819861433 * q
    g = y - 0.27478764629897834 * i - 0.6356910791873801 * q
    b = y - 1.1085450346420322 * i + 1.7090069284064666 * q
    return tuple(min(1.0, max(0.0, c)) for c in (r, g, b))


def _hue(r, g, b, high, spread):
    if r == high:
        hue = (g - b) / spread
    elif g == high:
        hue = 2.0 + (b - r) / spread
    else:
        hue = 4.0 + (r - g) / spread
    return hue / 6.0 % 1.0


def rgb_to_hls(r, g, b):
    high, low = max(r, g, b), min(r, g, b)
    total, spread = high + low, high - low
    light = total / 2.0
    if high == low:
        return 0.0, light, 0.0
    return _hue(r, g, b, high, spread), light, spread / (total if light <= 0.5 else 2.0 - high - low)


def hls_to_rgb(h, l, s):
    if s == 0.0:
        return l, l, l
    upper = l * (1.0 + s) if l <= 0.5 else l + s - l * s
    lower = 2.0 * l - upper

    def channel(hue):
        hue %= 1.0
        if hue < 1 / 6:
            return lower + (upper - lower) * hue * 6.0
        if hue < 0.5:
            return upper
        if hue < 2 / 3:
            return lower + (upper - lower) * (2 / 3 - hue) * 6.0
        return lower
    return channel(h + 1 / 3), channel(h), channel(h - 1 / 3)


def rgb_to_hsv(r, g, b):
    high, low = max(r, g, b), min(r, g, b)
    if high == low:
        return 0.0, 0.0, high
    return _hue(r, g, b, high, high - low), (high - low) / high, high


def hsv_to_rgb(h, s, v):
    if s == 0.0:
        return v, v, v
    sector = int(h * 6.0)
    part = h * 6.0 - sector
    p, q, t = v * (1.0 - s), v * (1.0 - s * part), v * (1.0 - s * (1.0 - part))
    return ((v, t, p), (q, v, p), (p, v, t), (p, q, v), (t, p, v), (v, p, q))[sector % 6]
