# Recorded from CPython 3.11.7.
import base64
import binascii
import hashlib
import hmac
import uuid
import zlib

for name in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(name, b"wick")
    print(name, h.hexdigest(8) if name.startswith("shake") else h.hexdigest(), h.block_size)
print(hashlib.blake2b(b"wick", digest_size=8, key=b"k", person=b"p").hexdigest(), hashlib.pbkdf2_hmac("sha256", b"p", b"s", 10).hex())
print(hmac.new(b"key", b"message", "sha256").hexdigest(), hmac.compare_digest("a", "a"))
data = b"to be or not to be " * 20
small = zlib.compress(data, 9)
print(len(small), zlib.decompress(small) == data, zlib.crc32(data), zlib.adler32(data))
stream = zlib.decompressobj()
print(stream.decompress(small + b"tail", 10), len(stream.unconsumed_tail), stream.eof)
print(base64.b64encode(b"\x00\xff\xfe"), base64.urlsafe_b64encode(b"\xfb\xff"), base64.b32encode(b"wick"), base64.b85encode(b"wick!"),
      base64.a85encode(b"wick"), base64.b16encode(b"\xab"))
print(binascii.hexlify(b"\x01\x02\x03", "-"), binascii.unhexlify("0aff"), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"))
for bad in (lambda: base64.b64decode(b"abc"), lambda: binascii.unhexlify("0"), lambda: zlib.decompress(b"junk"), lambda: hashlib.new("no"),
            lambda: hashlib.sha1("text")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: blake2b f746116056ceb58ba2d52a07c7a28fdf0fe7a81b393428c662da4ff8372551f72870cd2c63bbe6e09a4837c891d647d948c3c93ca1a85200c01b1d2e443cc621 128
# expect: blake2s 46a1aee0a5fae22db8d57255842f70f89fb37d469ee6d75ff70b0a74eb4dee32 64
# expect: md5 9708d66b9338e4ee6f5db99a65f202de 64
# expect: sha1 eef9fbaa5d8f54bb7a8a57be0e112f866b79dcd2 64
# expect: sha224 230ca2a22655081bc10945a1228676f36ae660cda981861bab8c797b 64
# expect: sha256 9702d9de853966388d3fbbb1692969bb672e2a628e7a2d18bb00ea6904b3e4e2 64
# expect: sha384 5a1adbd89056e62ec8d2f92fdfca69a9ed8049d0da4c9a8af61bb6019afe739c9227a1ba1d3c110ee5a19f67672415f3 128
# expect: sha3_224 ee1e01722aa0c5207aecfb451309fb928ec5b273a11e40b028a8d56a 144
# expect: sha3_256 59235a40ab50bc3789b34c4cdb8fa2a9865bc63104bfefe4a18d8d10626d7d1d 136
# expect: sha3_384 b193bdd4c08fab4a6bae73f8a6ea5a7f0c7142416493f3dea0127cab6d921f3f2973720a192639d1064456fac37b1dc5 104
# expect: sha3_512 c3a9b7faa927e45ec0dea194c464b3698e8772e1f4a41cfca0b6206c315b0d001b9739d38fe6877338b5da5d250293492ae1f1dfe4dd37eb3fbb4351e0baf54a 72
# expect: sha512 0768d3ff7fb530ccee0ca311d2a681e66426bd06e7e35666d1fff5e0afc241553bfb2f399d9c44d7431075cdf6836fd35ec84df8ecbcafa5ea7cc2e0dd4ad498 128
# expect: shake_128 6d51be6efc2a3a1a 168
# expect: shake_256 90c8bca9c5fa77e7 136
# expect: eb80fb146d58254f 1d6f1f7051b420b93e23f010e486cfea6ccfee906a43ffac9f5ea7adc07869dd
# expect: 6e9ef29b75fffc5b7abae527d58fdadb2fe42e7219011976917343065f58ed4a True
# expect: 29 True 1462023440 2395176313
# expect: b'to be or n' 19 False
# expect: b'AP/+' b'-_8=' b'O5UWG2Y=' b'cWGm5Ap' b'GA1Q&' b'AB'
# expect: b'01-02-03' b'\n\xff' 886313e1-3b8a-5372-9b90-0c9aee199e5d
# expect: Error Incorrect padding
# expect: Error Odd-length string
# expect: error Error -3 while decompressing data: incorrect header check
# expect: ValueError unsupported hash type no
# expect: TypeError Strings must be encoded before hashing
