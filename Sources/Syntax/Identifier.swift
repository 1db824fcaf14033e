/// Returns an identifier's text in the form Python compares names by (NFKC), for the characters met in practice.
///
/// Python folds compatibility characters of names. The full tables live in ICU or Foundation, which this target does
/// without: folded here are the micro sign, ordinal indicators, full-width letters and digits, the mathematical
/// alphanumerics and the Latin ligatures; a letter with a following accent becomes one character. Other names stay
/// as they are.
func normalizedIdentifier(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  var result = ""
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    for folded in foldedScalars(scalar) {
      if 0x300...0x36F ~= folded.value, let last = result.unicodeScalars.last,
        let composed = composition(of: last, folded)
      {
        result.unicodeScalars.removeLast()
        result.unicodeScalars.append(composed)
      } else {
        result.unicodeScalars.append(folded)
      }
    }
  }
  return result
}

/// Returns the one character that is canonically equivalent to a letter and an accent, as `String` compares them.
private func composition(of letter: Unicode.Scalar, _ accent: Unicode.Scalar) -> Unicode.Scalar? {
  var pair = String(letter)
  pair.unicodeScalars.append(accent)
  for range: ClosedRange<UInt32> in [0xC0...0x24F, 0x386...0x4F9, 0x1E00...0x1FFC] {
    for value in range {
      if let scalar = Unicode.Scalar(value), String(scalar) == pair { return scalar }
    }
  }
  return nil
}

private func foldedScalars(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
  let value = scalar.value
  switch value {
  case 0xAA: return ["a"]
  case 0xBA: return ["o"]
  case 0xB5: return ["\u{3BC}"]
  case 0x17F: return ["s"]
  case 0xFB00: return ["f", "f"]
  case 0xFB01: return ["f", "i"]
  case 0xFB02: return ["f", "l"]
  case 0xFB03: return ["f", "f", "i"]
  case 0xFB04: return ["f", "f", "l"]
  case 0xFB05, 0xFB06: return ["s", "t"]
  case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF3F:
    return Unicode.Scalar(value - 0xFEE0).map { [$0] } ?? [scalar]
  case 0x1D400...0x1D7FF: return [foldedMathematical(value) ?? scalar]
  case 0x2102...0x2149: return [foldedLetterlike(value) ?? scalar]
  case 0x2071: return ["i"]
  case 0x207F: return ["n"]
  case 0x1D62...0x1D65: return [["i", "r", "u", "v"][Int(value - 0x1D62)]]
  case 0x2090...0x209C:
    let letters: [Unicode.Scalar] = [
      "a", "e", "o", "x", "\u{259}", "h", "k", "l", "m", "n", "p", "s", "t",
    ]
    return [letters[Int(value - 0x2090)]]
  default: return [scalar]
  }
}

/// Folds a bold, italic, script, fraktur, double-struck, sans-serif or monospace letter or digit.
private func foldedMathematical(_ value: UInt32) -> Unicode.Scalar? {
  if value < 0x1D6A4 {
    let letter = (value - 0x1D400) % 52
    return Unicode.Scalar(letter < 26 ? 0x41 + letter : 0x61 + letter - 26)
  }
  if value >= 0x1D7CE { return Unicode.Scalar(0x30 + (value - 0x1D7CE) % 10) }
  if value == 0x1D6A4 { return "\u{131}" }
  if value == 0x1D6A5 { return "\u{237}" }
  guard value >= 0x1D6A8, value < 0x1D7CA else { return nil }
  let place = (value - 0x1D6A8) % 58
  switch place {
  case 0..<17: return Unicode.Scalar(0x391 + place)
  case 17: return "\u{398}"
  case 18..<25: return Unicode.Scalar(0x391 + place)
  case 26..<51: return Unicode.Scalar(0x3B1 + place - 26)
  case 52: return "\u{3B5}"
  case 53: return "\u{3B8}"
  case 54: return "\u{3BA}"
  case 55: return "\u{3C6}"
  case 56: return "\u{3C1}"
  case 57: return "\u{3C0}"
  default: return nil
  }
}

private func foldedLetterlike(_ value: UInt32) -> Unicode.Scalar? {
  switch value {
  case 0x2102: "C"
  case 0x210A: "g"
  case 0x210B, 0x210C, 0x210D: "H"
  case 0x210E: "h"
  case 0x2110, 0x2111: "I"
  case 0x2112: "L"
  case 0x2113: "l"
  case 0x2115: "N"
  case 0x2119: "P"
  case 0x211A: "Q"
  case 0x211B, 0x211C, 0x211D: "R"
  case 0x2124, 0x2128: "Z"
  case 0x2126: "\u{3A9}"
  case 0x212A: "K"
  case 0x212B: "\u{C5}"
  case 0x212C: "B"
  case 0x212D: "C"
  case 0x212F: "e"
  case 0x2130: "E"
  case 0x2131: "F"
  case 0x2133: "M"
  case 0x2134: "o"
  case 0x2139: "i"
  case 0x2145: "D"
  case 0x2146: "d"
  case 0x2147: "e"
  case 0x2148: "i"
  case 0x2149: "j"
  default: nil
  }
}
