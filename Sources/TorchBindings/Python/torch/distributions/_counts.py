"""How numbers of successes are drawn, in torch's order of random numbers."""
import math

import torch


def _uniform():
    return torch.rand(1, dtype=torch.float64).item()


def _binomial(count, prob):
    """Successes among trials: by the gaps between them when few are expected, by rejection when many are."""
    if count <= 0 or prob <= 0:
        return 0.0
    if prob >= 1:
        return count
    if prob > 0.5:
        return count - _binomial(count, 1 - prob)
    if count * prob >= 10:
        return _binomial_by_rejection(count, prob)
    passed, found = 0.0, 0.0
    while True:
        passed += math.ceil(math.log(_uniform()) / math.log1p(-prob))
        if passed > count:
            return found
        found += 1


def _stirling_rest(k):
    """What Stirling's formula leaves of the logarithm of a factorial."""
    table = (0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
             0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.00925546218271273, 0.00833056343336287)
    if k <= 9:
        return table[int(k)]
    square = (k + 1) * (k + 1)
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1)


def _binomial_by_rejection(count, prob):
    """Hoermann's transformed rejection (1993)."""
    spread = math.sqrt(count * prob * (1 - prob))
    b = 1.15 + 2.53 * spread
    a = -0.0873 + 0.0248 * b + 0.01 * prob
    c = count * prob + 0.5
    v_r = 0.92 - 4.2 / b
    odds = prob / (1 - prob)
    alpha = (2.83 + 5.1 / b) * spread
    mode = math.floor((count + 1) * prob)
    while True:
        u = _uniform() - 0.5
        v = _uniform()
        us = 0.5 - abs(u)
        k = math.floor((2 * a / us + b) * u + c)
        if us >= 0.07 and v <= v_r:
            return float(k)
        if k < 0 or k > count:
            continue
        v = math.log(v * alpha / (a / (us * us) + b))
        bound = ((mode + 0.5) * math.log((mode + 1) / (odds * (count - mode + 1)))
                 + (count + 1) * math.log((count - mode + 1) / (count - k + 1))
                 + (k + 0.5) * math.log(odds * (count - k + 1) / (k + 1))
                 + _stirling_rest(mode) + _stirling_rest(count - mode) - _stirling_rest(k) - _stirling_rest(count - k))
        if v <= bound:
            return float(k)
