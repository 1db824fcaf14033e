"""What a certificate (X.509, RFC 5280) says, as the dictionary that `ssl` gives."""
_NAMES = {
    "2.5.4.3": "commonName", "2.5.4.4": "surname", "2.5.4.5": "serialNumber", "2.5.4.6": "countryName", "2.5.4.7": "localityName",
    "2.5.4.8": "stateOrProvinceName", "2.5.4.9": "streetAddress", "2.5.4.10": "organizationName", "2.5.4.11": "organizationalUnitName",
    "2.5.4.12": "title", "2.5.4.13": "description", "2.5.4.15": "businessCategory", "2.5.4.17": "postalCode", "2.5.4.42": "givenName",
    "2.5.4.97": "organizationIdentifier", "1.2.840.113549.1.9.1": "emailAddress", "0.9.2342.19200300.100.1.1": "userId",
    "0.9.2342.19200300.100.1.25": "domainComponent", "1.3.6.1.4.1.311.60.2.1.1": "jurisdictionLocalityName",
    "1.3.6.1.4.1.311.60.2.1.2": "jurisdictionStateOrProvinceName", "1.3.6.1.4.1.311.60.2.1.3": "jurisdictionCountryName"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _parts(data):
    """The elements of a DER sequence as (tag, content)."""
    at = 0
    while at < len(data):
        tag, size, at = data[at], data[at + 1], at + 2
        if size & 0x80:
            count = size & 0x7f
            size, at = int.from_bytes(data[at:at + count], "big"), at + count
        yield tag, data[at:at + size]
        at += size


def _identifier(data):
    """An object identifier with its numbers and dots."""
    numbers, number = [], 0
    for byte in data:
        number = number << 7 | byte & 0x7f
        if not byte & 0x80:
            numbers.append(number)
            number = 0
    first = min(numbers[0] // 40, 2)
    return ".".join(map(str, [first, numbers[0] - 40 * first] + numbers[1:]))


def _text(tag, data):
    if tag == 0x1e:
        return data.decode("utf-16-be", "replace")
    if tag == 0x14:
        return data.decode("latin-1")
    return data.decode("utf-8", "replace")


def _name(data):
    """A name: its parts, each a tuple of (kind, text)."""
    found = []
    for _, relative in _parts(data):
        pairs = []
        for _, pair in _parts(relative):
            (_, kind), (tag, value) = _parts(pair)
            kind = _identifier(kind)
            pairs.append((_NAMES.get(kind, kind), _text(tag, value)))
        found.append(tuple(pairs))
    return tuple(found)


def _time(tag, data):
    text = data.decode("ascii")
    if tag == 0x17:
        text = ("19" if text[:2] >= "50" else "20") + text
    return "%s %2d %s:%s:%s %s GMT" % (_MONTHS[int(text[4:6]) - 1], int(text[6:8]), text[8:10], text[10:12], text[12:14], text[:4])


def _address(data):
    if len(data) == 4:
        return ".".join(map(str, data))
    return ":".join(["%X" % int.from_bytes(data[i:i + 2], "big") for i in range(0, len(data), 2)])


def _alternative(tag, data):
    """One of the other names of a subject."""
    kind = tag & 0x1f
    if kind in (1, 2, 6):
        return {1: "email", 2: "DNS", 6: "URI"}[kind], data.decode("utf-8", "replace")
    if kind == 4:
        return "DirName", _name(next(_parts(data))[1])
    if kind == 7:
        return "IP Address", _address(data)
    if kind == 8:
        return "Registered ID", _identifier(data)
    return "othername", "<unsupported>"


def _addresses(data, method):
    """Where something about the certificate is found."""
    found = []
    for _, description in _parts(data):
        (_, kind), (tag, place) = _parts(description)
        if _identifier(kind) == method and tag == 0x86:
            found.append(place.decode("ascii", "replace"))
    return tuple(found)


def _lists(data):
    """Where lists of revoked certificates are."""
    found = []
    for _, point in _parts(data):
        for tag, name in _parts(point):
            if tag == 0xa0:
                for inner, names in _parts(name):
                    if inner == 0xa0:
                        found += [text.decode("ascii", "replace") for kind, text in _parts(names) if kind == 0x86]
    return tuple(found)


def describe(der):
    """The dictionary of a certificate in DER."""
    body = list(_parts(next(_parts(next(_parts(der))[1]))[1]))
    version = 1
    if body[0][0] == 0xa0:
        version = next(_parts(body.pop(0)[1]))[1][-1] + 1
    serial, _, issuer, validity, subject = body[:5]
    before, after = _parts(validity[1])
    digits = "%X" % int.from_bytes(serial[1], "big", signed=True)
    made = {"subject": _name(subject[1]), "issuer": _name(issuer[1]), "version": version,
            "serialNumber": "0" * (len(digits) % 2) + digits, "notBefore": _time(*before), "notAfter": _time(*after)}
    extensions = {}
    for tag, data in body[6:]:
        if tag == 0xa3:
            for _, extension in _parts(next(_parts(data))[1]):
                extension = list(_parts(extension))
                extensions[_identifier(extension[0][1])] = extension[-1][1]
    if "2.5.29.17" in extensions:
        made["subjectAltName"] = tuple([_alternative(*name) for name in _parts(next(_parts(extensions["2.5.29.17"]))[1])])
    if "1.3.6.1.5.5.7.1.1" in extensions:
        access = next(_parts(extensions["1.3.6.1.5.5.7.1.1"]))[1]
        for key, method in (("OCSP", "1.3.6.1.5.5.7.48.1"), ("caIssuers", "1.3.6.1.5.5.7.48.2")):
            places = _addresses(access, method)
            if places:
                made[key] = places
    if "2.5.29.31" in extensions:
        places = _lists(next(_parts(extensions["2.5.29.31"]))[1])
        if places:
            made["crlDistributionPoints"] = places
    return made
