"""The names of Windows for C types."""

import ctypes as _c

BYTE, WORD, DWORD, CHAR, WCHAR, INT, UINT = (
    _c.c_byte, _c.c_ushort, _c.c_ulong, _c.c_char, _c.c_wchar, _c.c_int, _c.c_uint)
FLOAT, DOUBLE, BOOLEAN, BOOL, LONG, ULONG, SHORT, USHORT = (
    _c.c_float, _c.c_double, BYTE, _c.c_long, _c.c_long, _c.c_ulong, _c.c_short, _c.c_ushort)
LARGE_INTEGER, ULARGE_INTEGER = _c.c_longlong, _c.c_ulonglong
LPSTR = LPCSTR = _c.c_char_p
LPWSTR = LPCWSTR = LPOLESTR = LPCOLESTR = OLESTR = _c.c_wchar_p
LPVOID = LPCVOID = HANDLE = _c.c_void_p
WPARAM, LPARAM = _c.c_ulong, _c.c_long
ATOM = LANGID = WORD
COLORREF = LGRPID = LCID = LCTYPE = DWORD
HWND = HMODULE = HINSTANCE = HDC = HICON = HMENU = HKEY = HGLOBAL = HLOCAL = HBITMAP = HBRUSH = HFONT = HANDLE
HRESULT = _c.c_long
LPDWORD = PDWORD = _c.POINTER(DWORD)
LPWORD = PWORD = _c.POINTER(WORD)
LPBOOL = PBOOL = _c.POINTER(BOOL)
LPBYTE = PBYTE = _c.POINTER(BYTE)
LPINT = PINT = _c.POINTER(INT)
LPUINT = PUINT = _c.POINTER(UINT)
LPLONG = PLONG = _c.POINTER(LONG)
LPHANDLE = PHANDLE = _c.POINTER(HANDLE)


class RECT(_c.Structure):
    _fields_ = [("left", LONG), ("top", LONG), ("right", LONG), ("bottom", LONG)]


class POINT(_c.Structure):
    _fields_ = [("x", LONG), ("y", LONG)]


class SIZE(_c.Structure):
    _fields_ = [("cx", LONG), ("cy", LONG)]


class _COORD(_c.Structure):
    _fields_ = [("X", SHORT), ("Y", SHORT)]


class _SMALL_RECT(_c.Structure):
    _fields_ = [("Left", SHORT), ("Top", SHORT), ("Right", SHORT), ("Bottom", SHORT)]


class FILETIME(_c.Structure):
    _fields_ = [("dwLowDateTime", DWORD), ("dwHighDateTime", DWORD)]


tagRECT = RECTL = _RECTL = RECT
tagPOINT = POINTL = _POINTL = POINT
tagSIZE = SIZEL = SIZE
SMALL_RECT = _SMALL_RECT
_FILETIME = FILETIME
