// Recorded from torch 2.13.0+cpu by Scripts/record-arrays.py; do not edit.

/// What torch computes, one case a line; long arrays stand as checksums.
enum Recorded {
  static let random = """
    0 1 float32 rand 5815fe3e
    0 1 float32 randn 8a35543e
    0 1 float32 bernoulli 0000803f
    0 1 float32 exponential d57b003e
    0 1 float32 randint feffffffffffffff
    0 1 float32 randperm 0000000000000000
    0 1 float32 state #d9efe45fd2c66c79
    0 1 float64 rand 2faac497ac0aef3f
    0 1 float64 randn 14d4721fb497d2bf
    0 1 float64 bernoulli 0000000000000000
    0 1 float64 exponential b97f98265518e63f
    0 1 float64 randint fcffffffffffffff
    0 1 float64 randperm 0000000000000000
    0 1 float64 state #5a29fd3c894f219f
    0 1 float16 rand f137
    0 1 float16 randn a232
    0 1 float16 bernoulli 003c
    0 1 float16 exponential 0430
    0 1 float16 randint feffffffffffffff
    0 1 float16 randperm 0000000000000000
    0 1 float16 state #d9efe45fd2c66c79
    0 1 bfloat16 rand fe3e
    0 1 bfloat16 randn 543e
    0 1 bfloat16 bernoulli 803f
    0 1 bfloat16 exponential 003e
    0 1 bfloat16 randint feffffffffffffff
    0 1 bfloat16 randperm 0000000000000000
    0 1 bfloat16 state #d9efe45fd2c66c79
    0 5 float32 rand 5815fe3e2faa443fa833b53d0033073e86669d3e
    0 5 float32 randn a5fd0c3f2b6d8a3e0bb2253f70fa7e3ee9b8abbe
    0 5 float32 bernoulli 000000000000803f000000000000000000000000
    0 5 float32 exponential e026693eaf6b3a40cccecf3e7fe3eb3d98d1473e
    0 5 float32 randint #8a738d5168fcc233
    0 5 float32 randperm #4a4bfab3ba51f741
    0 5 float32 state #2f1eee4897f63426
    0 5 float64 rand #15eee16271a18a6c
    0 5 float64 randn #4a0e4c7700da4ee1
    0 5 float64 bernoulli #e76f0fac8d06f9b8
    0 5 float64 exponential #8c15d0ba58ee1308
    0 5 float64 randint #bf3b18bcd0a5c110
    0 5 float64 randperm #52efb27aff6f2e21
    0 5 float64 state #fa8ad1471a55a8c1
    0 5 float16 rand f137253aaa2d3a30eb34
    0 5 float16 randn 683853342e39f8335eb5
    0 5 float16 bernoulli 0000003c000000000000
    0 5 float16 exponential 4933d3417e365f2f3f32
    0 5 float16 randint #8a738d5168fcc233
    0 5 float16 randperm #4a4bfab3ba51f741
    0 5 float16 state #2f1eee4897f63426
    0 5 bfloat16 rand fe3e453fb53d073e9d3e
    0 5 bfloat16 randn 0d3f8a3e263f7f3eacbe
    0 5 bfloat16 bernoulli 0000803f000000000000
    0 5 bfloat16 exponential 693e3a40d03eec3d483e
    0 5 bfloat16 randint #8a738d5168fcc233
    0 5 bfloat16 randperm #4a4bfab3ba51f741
    0 5 bfloat16 state #2f1eee4897f63426
    0 15 float32 rand #416854df90ce0382
    0 15 float32 randn #079980123f7decd3
    0 15 float32 bernoulli #de170ecb61b7ac18
    0 15 float32 exponential #1869aa846c32f016
    0 15 float32 randint #abe8ce98c2e356c7
    0 15 float32 randperm #5a7e8830279b0aea
    0 15 float32 state #daee38f6350d201a
    0 15 float64 rand #8050e110dc01ad5f
    0 15 float64 randn #a47dee0e94096b9b
    0 15 float64 bernoulli #b09df96ace1f0345
    0 15 float64 exponential #5c7c0ca2dd37a4cb
    0 15 float64 randint #8a15a5b34d43ed7f
    0 15 float64 randperm #61a396f192a6f8aa
    0 15 float64 state #f00067cd94b9020b
    0 15 float16 rand f137253aaa2d3a30eb341339d7372c3b4a370f3995356d36b7256731b434
    0 15 float16 randn d4387d3ac5a90a3b313cb2a9c8b9bc4186b822317da64c3c874057bb34b3
    0 15 float16 bernoulli 00000000000000000000000000000000003c000000000000000000000000
    0 15 float16 exponential de3758374e38c91e3634e62f5039e2234d378b35d73c5d3a563aab42053f
    0 15 float16 randint #abe8ce98c2e356c7
    0 15 float16 randperm #5a7e8830279b0aea
    0 15 float16 state #daee38f6350d201a
    0 15 bfloat16 rand fe3e453fb53d073e9d3e223ffb3e653fe93e223fb33ece3eb73c2d3e963e
    0 15 bfloat16 randn 1b3f503f39bd613f863f36bd39bf374011bf243ed0bc893f11406bbf67be
    0 15 bfloat16 bernoulli 00000000000000000000000000000000803f000000000000000000000000
    0 15 bfloat16 exponential fc3eeb3e0a3fd93b873efd3d2a3f7c3cea3eb13e9b3f4c3f4b3f5540e13f
    0 15 bfloat16 randint #abe8ce98c2e356c7
    0 15 bfloat16 randperm #5a7e8830279b0aea
    0 15 bfloat16 state #daee38f6350d201a
    0 16 float32 rand #355f338c445c75f8
    0 16 float32 randn #789928fb912c2287
    0 16 float32 bernoulli #90f13527f7fb2598
    0 16 float32 exponential #a81940441334d476
    0 16 float32 randint #1edd6829ac24a859
    0 16 float32 randperm #577645b05330ce45
    0 16 float32 state #599f19bd8cbe5efa
    0 16 float64 rand #23dd4599cc4bb10e
    0 16 float64 randn #df8701cc1d6bb18e
    0 16 float64 bernoulli #277bb6f6344232d8
    0 16 float64 exponential #86e0268bb9b23802
    0 16 float64 randint #faf39d286239000b
    0 16 float64 randperm #388d0c9d95b3aba5
    0 16 float64 state #3b99f481e82eee7a
    0 16 float16 rand f137253aaa2d3a30eb341339d7372c3b4a370f3995356d36b7256731b4342638
    0 16 float16 randn 69bdc9be8938593aca3838be76b5693f003aafb88cb1df318f3d583e923bc0ba
    0 16 float16 bernoulli 0000003c00000000003c0000003c0000003c0000000000000000003c00000000
    0 16 float16 exponential a730122f0237a73e8738fe363d3ce534c73239275e3b76341f38b3364f3d2827
    0 16 float16 randint #1edd6829ac24a859
    0 16 float16 randperm #577645b05330ce45
    0 16 float16 state #599f19bd8cbe5efa
    0 16 bfloat16 rand fe3e453fb53d073e9d3e223ffb3e653fe93e223fb33ece3eb73c2d3e963e053f
    0 16 bfloat16 randn adbfd9bf113f4b3f193fc7bfafbeed3f403f16bf32be3c3eb23fcb3f723f58bf
    0 16 bfloat16 bernoulli 0000803f00000000803f0000803f0000803f0000000000000000803f00000000
    0 16 bfloat16 exponential 153ee23de03ed53f113fe03e883f9d3e593ee73c6c3f8f3e043fd63eaa3fe53c
    0 16 bfloat16 randint #1edd6829ac24a859
    0 16 bfloat16 randperm #577645b05330ce45
    0 16 bfloat16 state #599f19bd8cbe5efa
    0 17 float32 rand #fd08c14cc4f53331
    0 17 float32 randn #2348c0c5910fcfa7
    0 17 float32 bernoulli #069cc72adf592d38
    0 17 float32 exponential #9947349a60f1c002
    0 17 float32 randint #de3f8721d9740bbb
    0 17 float32 randperm #7ddf0a2038467935
    0 17 float32 state #33a0c5a36b07082a
    0 17 float64 rand #3b39d5b1e2932bd0
    0 17 float64 randn #ea82fa307977d01f
    0 17 float64 bernoulli #e2874f5af9465b65
    0 17 float64 exponential #a84d3e3ff913c1ac
    0 17 float64 randint #4068ba4707c3f99b
    0 17 float64 randperm #9a75411a77070db5
    0 17 float64 state #b69fd18321649ed2
    0 17 float16 rand #3886fd3722548c17
    0 17 float16 randn #c490bf77974e4bf0
    0 17 float16 bernoulli #8322549e9458b029
    0 17 float16 exponential #5c1db59c76e53239
    0 17 float16 randint #028b319e24d2a97f
    0 17 float16 randperm #eaea9c816fce8ed5
    0 17 float16 state #ae3fcdf3dc4a1fce
    0 17 bfloat16 rand #712c6827d4af8ea4
    0 17 bfloat16 randn #9cac56cbccf78ea5
    0 17 bfloat16 bernoulli #f493de91bd303368
    0 17 bfloat16 exponential #fed4794d9fc31036
    0 17 bfloat16 randint #028b319e24d2a97f
    0 17 bfloat16 randperm #eaea9c816fce8ed5
    0 17 bfloat16 state #ae3fcdf3dc4a1fce
    0 33 float32 rand #594d277da2875054
    0 33 float32 randn #87d5735b92a03ae4
    0 33 float32 bernoulli #29cd755cc6d378b8
    0 33 float32 exponential #9dc78b200041287a
    0 33 float32 randint #6ee460d82f6d616e
    0 33 float32 randperm #a84ea67563c2b305
    0 33 float32 state #e9a41a57fffcbcbd
    0 33 float64 rand #05840ec178b53a0a
    0 33 float64 randn #5cac036ac3a471a3
    0 33 float64 bernoulli #4f1eec8d9ea131d8
    0 33 float64 exponential #f21f11b0be5986bd
    0 33 float64 randint #cf7540d920d1180f
    0 33 float64 randperm #2eeeed6d8141e5c5
    0 33 float64 state #3f538ca83caacea5
    0 33 float16 rand #0d3dc872a153c4ba
    0 33 float16 randn #e5dc24842fd5d62c
    0 33 float16 bernoulli #5e144b71c9d8d299
    0 33 float16 exponential #e001d54f02c0b598
    0 33 float16 randint #7d882e76898121b4
    0 33 float16 randperm #a9a184ae7ceba605
    0 33 float16 state #bd4156585d3c00c1
    0 33 bfloat16 rand #d61157105744e24b
    0 33 bfloat16 randn #1ee36328c3ee5e6b
    0 33 bfloat16 bernoulli #4ea2e0e38f99a9f0
    0 33 bfloat16 exponential #08f358a9b7f6d48f
    0 33 bfloat16 randint #7d882e76898121b4
    0 33 bfloat16 randperm #a9a184ae7ceba605
    0 33 bfloat16 state #bd4156585d3c00c1
    0 1000 float32 rand #fd45d9e8345f8403
    0 1000 float32 randn #aed2ce2f6ecfc163
    0 1000 float32 bernoulli #a9fd315f6c0231d8
    0 1000 float32 exponential #3310502ce1ec6181
    0 1000 float32 randint #55274f1ab94583c4
    0 1000 float32 randperm #0077a72b889656cd
    0 1000 float32 state #374b651294e7d690
    0 1000 float64 rand #6a804b2b6e4a3918
    0 1000 float64 randn #a9f2f3df6f3efb78
    0 1000 float64 bernoulli #556300a82a53e605
    0 1000 float64 exponential #a8cedba9d30dc942
    0 1000 float64 randint #91e00af7ca965847
    0 1000 float64 randperm #300cb65d88b3d709
    0 1000 float64 state #3fec8543a9b7090a
    0 1000 float16 rand #e1e265f77a906430
    0 1000 float16 randn #27b15ae6951e95e2
    0 1000 float16 bernoulli #bc252d166ea4c135
    0 1000 float16 exponential #b98c9a5c5273bf18
    0 1000 float16 randint #dca674b5f504e52b
    0 1000 float16 randperm #26c34a0650b7b7a9
    0 1000 float16 state #91c93fa8c1c4e790
    0 1000 bfloat16 rand #363b93d6e45ef087
    0 1000 bfloat16 randn #efa70dc173cb2495
    0 1000 bfloat16 bernoulli #18503a2a291f46bd
    0 1000 bfloat16 exponential #d253748601f89542
    0 1000 bfloat16 randint #dca674b5f504e52b
    0 1000 bfloat16 randperm #26c34a0650b7b7a9
    0 1000 bfloat16 state #91c93fa8c1c4e790
    42 1 float32 rand 66dc613f
    42 1 float32 randn 135e23bf
    42 1 float32 bernoulli 00000000
    42 1 float32 exponential 9a95923e
    42 1 float32 randint feffffffffffffff
    42 1 float32 randperm 0000000000000000
    42 1 float32 state #db509ddba8ee6ba3
    42 1 float64 rand 30dba3be6cc6ad3f
    42 1 float64 randn 6d5e4f39ac56de3f
    42 1 float64 bernoulli 000000000000f03f
    42 1 float64 exponential e93bc79e41dedf3f
    42 1 float64 randint 0300000000000000
    42 1 float64 randperm 0000000000000000
    42 1 float64 state #55477c3053983e6d
    42 1 float16 rand 0f3b
    42 1 float16 randn 1bb9
    42 1 float16 bernoulli 0000
    42 1 float16 exponential 9534
    42 1 float16 randint feffffffffffffff
    42 1 float16 randperm 0000000000000000
    42 1 float16 state #db509ddba8ee6ba3
    42 1 bfloat16 rand 623f
    42 1 bfloat16 randn 23bf
    42 1 bfloat16 bernoulli 0000
    42 1 bfloat16 exponential 933e
    42 1 bfloat16 randint feffffffffffffff
    42 1 bfloat16 randperm 0000000000000000
    42 1 bfloat16 state #db509ddba8ee6ba3
    42 5 float32 rand 66dc613fb33d6a3fb806c43e0e95753fd4e8c73e
    42 5 float32 randn f3c8a63ee11c5ebf0df6c23f7a272a3f3f2784bf
    42 5 float32 bernoulli 000000000000803f00000000000000000000803f
    42 5 float32 exponential ec381a3fa6010a3d524a1d3f8ffd3a3fcbddd93e
    42 5 float32 randint #85efa325ad8d8789
    42 5 float32 randperm #fab307362cbe2d21
    42 5 float32 state #53192629d57548c0
    42 5 float64 rand #de23955e5d15941b
    42 5 float64 randn #aaa9098d35525ba4
    42 5 float64 bernoulli #40d69e0cf0f65c45
    42 5 float64 exponential #20fd57e2401ef5e6
    42 5 float64 randint #1a62274416999291
    42 5 float64 randperm #031866613d487421
    42 5 float64 state #6d6a9f690a16b4b2
    42 5 float16 rand 0f3b523b2036ad3b3f36
    42 5 float16 randn 3635f1ba183e513921bc
    42 5 float16 bernoulli 0000003c00000000003c
    42 5 float16 exponential d2385028ea38d839cf36
    42 5 float16 randint #85efa325ad8d8789
    42 5 float16 randperm #fab307362cbe2d21
    42 5 float16 state #53192629d57548c0
    42 5 bfloat16 rand 623f6a3fc43e763fc83e
    42 5 bfloat16 randn a73e5ebfc33f2a3f84bf
    42 5 bfloat16 bernoulli 0000803f00000000803f
    42 5 bfloat16 exponential 1a3f0a3d1d3f3b3fda3e
    42 5 bfloat16 randint #85efa325ad8d8789
    42 5 bfloat16 randperm #fab307362cbe2d21
    42 5 bfloat16 state #53192629d57548c0
    42 15 float32 rand #5a450c719888720c
    42 15 float32 randn #8a9d43fca34ec1ec
    42 15 float32 bernoulli #59de0104904c89c5
    42 15 float32 exponential #8b84a3495f79209a
    42 15 float32 randint #6ea124d7972e8511
    42 15 float32 randperm #53682878d647662a
    42 15 float32 state #62d9ca4f5d90048e
    42 15 float64 rand #dfd25a4018fb9c14
    42 15 float64 randn #1056169f93408657
    42 15 float64 bernoulli #cf9d9439a3cf8b98
    42 15 float64 exponential #0ed84cde5ca366c4
    42 15 float64 randint #8e961660f9f273c4
    42 15 float64 randperm #7560a58abbc208ca
    42 15 float64 state #1014ea562aa305c1
    42 15 float16 rand 0f3b523b2036ad3b3f36cf381b34593a873b43307a3bc038f53a8b38ee39
    42 15 float16 randn eabc3c38e23cd6304fb5a8b735b4b7b1bebc17bbb8b9193021b16fc07cb9
    42 15 float16 bernoulli 000000000000003c00000000003c003c0000003c00000000000000000000
    42 15 float16 exponential 2a392c34ce3227357328f03d49313a41c63a553d9a39ec2dc444542ca532
    42 15 float16 randint #6ea124d7972e8511
    42 15 float16 randperm #53682878d647662a
    42 15 float16 state #62d9ca4f5d90048e
    42 15 bfloat16 rand 623f6a3fc43e763fc83e1a3f833e4b3f713f083e6f3f183f5f3f113f3e3f
    42 15 bfloat16 randn 9dbf083f9c3f1b3eaabef5be87be37be98bf63bf37bf033e24be0ec030bf
    42 15 bfloat16 bernoulli 000000000000803f00000000803f803f0000803f00000000000000000000
    42 15 bfloat16 exponential 253f863e5a3ea53e0e3dbe3f293e2740593fab3f333fbe3d99408a3d553e
    42 15 bfloat16 randint #6ea124d7972e8511
    42 15 bfloat16 randperm #53682878d647662a
    42 15 bfloat16 state #62d9ca4f5d90048e
    42 16 float32 rand #5543ac5566e6f7bf
    42 16 float32 randn #a96ce812bc572933
    42 16 float32 bernoulli #56d2cd6d30729398
    42 16 float32 exponential #0540c1b46eeced6f
    42 16 float32 randint #e992372b9242ef0e
    42 16 float32 randperm #574a7b8f138add45
    42 16 float32 state #3118e3cb9a004022
    42 16 float64 rand #1ba9d002426e6560
    42 16 float64 randn #ab144c9f1680590f
    42 16 float64 bernoulli #74ff760eb3bf01b8
    42 16 float64 exponential #abfe1be68692dd33
    42 16 float64 randint #526c20a2136551a7
    42 16 float64 randperm #0a197c7d7dce6ea5
    42 16 float64 state #9b104e244d748422
    42 16 float16 rand 0f3b523b2036ad3b3f36cf381b34593a873b43307a3bc038f53a8b38ee39df36
    42 16 float16 randn 923e1bb1f5b7093711ba503c683ab93e1e3d303de238573d69b3582906b4e13a
    42 16 float16 bernoulli 003c000000000000003c000000000000003c003c0000003c003c003c003c003c
    42 16 float16 exponential 753113341539db380b3da325e5330a36433f912df43541335041fb3c2c35762c
    42 16 float16 randint #e992372b9242ef0e
    42 16 float16 randperm #574a7b8f138add45
    42 16 float16 state #3118e3cb9a004022
    42 16 bfloat16 rand 623f6a3fc43e763fc83e1a3f833e4b3f713f083e6f3f183f5f3f113f3e3fdc3e
    42 16 bfloat16 randn d23f23beffbee13e42bf8a3f4d3fd73fa43fa63f1c3fab3f6dbe2b3d81be5c3f
    42 16 bfloat16 bernoulli 803f000000000000803f000000000000803f803f0000803f803f803f803f803f
    42 16 bfloat16 exponential 2f3e823e233f1b3fa13fb43c7d3ec13ee83fb23dbe3e683e2a409f3fa63e8f3d
    42 16 bfloat16 randint #e992372b9242ef0e
    42 16 bfloat16 randperm #574a7b8f138add45
    42 16 bfloat16 state #3118e3cb9a004022
    42 17 float32 rand #5492e2e45af49d73
    42 17 float32 randn #cadcb8b421157035
    42 17 float32 bernoulli #44377e141fc4ece8
    42 17 float32 exponential #aec643e7f18c01f2
    42 17 float32 randint #05b2bb3c7e179c7b
    42 17 float32 randperm #cf2036429891c695
    42 17 float32 state #cdccf13e7c0fd8b2
    42 17 float64 rand #6a69022c3f71fd14
    42 17 float64 randn #094096b53824962f
    42 17 float64 bernoulli #c5495fdd300ac598
    42 17 float64 exponential #e39f0ae30e8b7d6f
    42 17 float64 randint #1c4f48da4e859e39
    42 17 float64 randperm #087819de9c4cdad5
    42 17 float64 state #a57bc84527feaaca
    42 17 float16 rand #abcb52dd5cc3a712
    42 17 float16 randn #3d961867b9903046
    42 17 float16 bernoulli #00e3dc53f07958e9
    42 17 float16 exponential #2c90bd46118478e7
    42 17 float16 randint #8f842da8755c033e
    42 17 float16 randperm #14cd43d864deb1f5
    42 17 float16 state #86c1975e0709dd7e
    42 17 bfloat16 rand #3ee70dbed97791a6
    42 17 bfloat16 randn #593ce5d4fbaabff9
    42 17 bfloat16 bernoulli #f3b883463bf23608
    42 17 bfloat16 exponential #d2df2a483af23063
    42 17 bfloat16 randint #8f842da8755c033e
    42 17 bfloat16 randperm #14cd43d864deb1f5
    42 17 bfloat16 state #86c1975e0709dd7e
    42 33 float32 rand #79468425d78d1f0c
    42 33 float32 randn #1b404223e5dae7f5
    42 33 float32 bernoulli #3c95d3cc289100f5
    42 33 float32 exponential #f6b5b7a7e32f82a0
    42 33 float32 randint #c6dd3b7fe8d191f8
    42 33 float32 randperm #d17e85ee29121a05
    42 33 float32 state #07484cbbd975d495
    42 33 float64 rand #4bb221b8ab518260
    42 33 float64 randn #6831f4cb9452ec92
    42 33 float64 bernoulli #021f80bfc5269618
    42 33 float64 exponential #340c3d56fef2aaae
    42 33 float64 randint #1a4e26e9cc8a5bcd
    42 33 float64 randperm #85d92522f6007d25
    42 33 float64 state #583b5b8207235ded
    42 33 float16 rand #06aef681bf21d531
    42 33 float16 randn #bffc2c3b02a13463
    42 33 float16 bernoulli #95671d23164f12b9
    42 33 float16 exponential #cfb3cf52be5b4871
    42 33 float16 randint #aad188c075b4bdd1
    42 33 float16 randperm #0190a8e1770e4da5
    42 33 float16 state #abc11d2dc75ba471
    42 33 bfloat16 rand #c58772e7882fd5ab
    42 33 bfloat16 randn #1706a980ae2a54d2
    42 33 bfloat16 bernoulli #0a14ebd4a8f9e5e0
    42 33 bfloat16 exponential #23f81782f94202a1
    42 33 bfloat16 randint #aad188c075b4bdd1
    42 33 bfloat16 randperm #0190a8e1770e4da5
    42 33 bfloat16 state #abc11d2dc75ba471
    42 1000 float32 rand #9a09202fcef2a2b8
    42 1000 float32 randn #12ed90bfb9aea369
    42 1000 float32 bernoulli #7cc1f7d5faefbff5
    42 1000 float32 exponential #455147360bbb77fd
    42 1000 float32 randint #432121c8bdd04c86
    42 1000 float32 randperm #46c15f93622c15d5
    42 1000 float32 state #0f93c580e58d17ed
    42 1000 float64 rand #632246c6521c0366
    42 1000 float64 randn #90293de1273dd6ea
    42 1000 float64 bernoulli #b0cc9d8104d36925
    42 1000 float64 exponential #45c4add408347590
    42 1000 float64 randint #93b99b98187de705
    42 1000 float64 randperm #74e960b5c1069731
    42 1000 float64 state #618a39396ee75c60
    42 1000 float16 rand #49c37f686e67ddb2
    42 1000 float16 randn #d6029c74847cd4f4
    42 1000 float16 bernoulli #0c485da1f38adb65
    42 1000 float16 exponential #812fd68629de6e14
    42 1000 float16 randint #03a8cea5491c552f
    42 1000 float16 randperm #5f810fcbb6fc15dd
    42 1000 float16 state #b515eaeab8b006ed
    42 1000 bfloat16 rand #fa6f31f8e28e1637
    42 1000 bfloat16 randn #a157b7442131edd6
    42 1000 bfloat16 bernoulli #5d7d7e9495e7aee5
    42 1000 bfloat16 exponential #ed116ff8c2b3f455
    42 1000 bfloat16 randint #03a8cea5491c552f
    42 1000 bfloat16 randperm #5f810fcbb6fc15dd
    42 1000 bfloat16 state #b515eaeab8b006ed
    4294967301 1 float32 rand 638b543f
    4294967301 1 float32 randn 4aa1a33f
    4294967301 1 float32 bernoulli 00000000
    4294967301 1 float32 exponential 4e66c73f
    4294967301 1 float32 randint ffffffffffffffff
    4294967301 1 float32 randperm 0000000000000000
    4294967301 1 float32 state #e1a056d2245058f7
    4294967301 1 float64 rand ce48200e638be43f
    4294967301 1 float64 randn bda80abe75aeadbf
    4294967301 1 float64 bernoulli 0000000000000000
    4294967301 1 float64 exponential 1235dff01267ca3f
    4294967301 1 float64 randint 0400000000000000
    4294967301 1 float64 randperm 0000000000000000
    4294967301 1 float64 state #bad16b74c0386fd0
    4294967301 1 float16 rand a43a
    4294967301 1 float16 randn 1d3d
    4294967301 1 float16 bernoulli 0000
    4294967301 1 float16 exponential 3b3e
    4294967301 1 float16 randint ffffffffffffffff
    4294967301 1 float16 randperm 0000000000000000
    4294967301 1 float16 state #e1a056d2245058f7
    4294967301 1 bfloat16 rand 553f
    4294967301 1 bfloat16 randn a43f
    4294967301 1 bfloat16 bernoulli 0000
    4294967301 1 bfloat16 exponential c73f
    4294967301 1 bfloat16 randint ffffffffffffffff
    4294967301 1 bfloat16 randperm 0000000000000000
    4294967301 1 bfloat16 state #e1a056d2245058f7
    4294967301 5 float32 rand 638b543f3823013eef4f683fbde6513fe68b6b3f
    4294967301 5 float32 randn eeaafc3f2ca461bf58c8933fd3e2b1beb6b660be
    4294967301 5 float32 bernoulli 0000803f000000000000803f0000803f00000000
    4294967301 5 float32 exponential 82eec23edcf4b53dbe769d3dc9f3ca3f3645f83f
    4294967301 5 float32 randint #e4a45cab9297c991
    4294967301 5 float32 randperm #4ec384ed8ba2bbe1
    4294967301 5 float32 state #1a9504748068a9a8
    4294967301 5 float64 rand #d52e849e84cc0a4e
    4294967301 5 float64 randn #f60a51bc0d5e2ffd
    4294967301 5 float64 bernoulli #580dd28da39fbba5
    4294967301 5 float64 exponential #a9b8381b8a5f25d4
    4294967301 5 float64 randint #38286e5047fd5c2d
    4294967301 5 float64 randperm #d623375b4a7e3e21
    4294967301 5 float64 state #790a5eb222e424ca
    4294967301 5 float16 rand a43a0930423b8f3a5c3b
    4294967301 5 float16 randn e53f0dbb9e3c8fb506b3
    4294967301 5 float16 bernoulli 003c0000003c003c0000
    4294967301 5 float16 exponential 1736b02dec2c583ec23f
    4294967301 5 float16 randint #e4a45cab9297c991
    4294967301 5 float16 randperm #4ec384ed8ba2bbe1
    4294967301 5 float16 state #1a9504748068a9a8
    4294967301 5 bfloat16 rand 553f013e683f523f6c3f
    4294967301 5 bfloat16 randn fd3f62bf943fb2be61be
    4294967301 5 bfloat16 bernoulli 803f0000803f803f0000
    4294967301 5 bfloat16 exponential c33eb63d9d3dcb3ff83f
    4294967301 5 bfloat16 randint #e4a45cab9297c991
    4294967301 5 bfloat16 randperm #4ec384ed8ba2bbe1
    4294967301 5 bfloat16 state #1a9504748068a9a8
    4294967301 15 float32 rand #4eaa04cba551af4c
    4294967301 15 float32 randn #eed1fa55b82f89e2
    4294967301 15 float32 bernoulli #761dd8ad5f583de8
    4294967301 15 float32 exponential #47d038685a05a91a
    4294967301 15 float32 randint #5b22fbdaae45418e
    4294967301 15 float32 randperm #4a2eb774f4345e6a
    4294967301 15 float32 state #f2ea5425707e7a6e
    4294967301 15 float64 rand #4d7993b7f3d2e98a
    4294967301 15 float64 randn #a895dd08d2a9ea3b
    4294967301 15 float64 bernoulli #da6daa2e024504a5
    4294967301 15 float64 exponential #a0ab7ed21929d466
    4294967301 15 float64 randint #5f211ae5e178147a
    4294967301 15 float64 randperm #decff3a93eb80e6a
    4294967301 15 float64 state #54d59fdcb3318468
    4294967301 15 float16 rand a43a0930423b8f3a5c3b772f4331e7394228f43bda388438a22c4639b839
    4294967301 15 float16 randn 1db704b881b46235d9b44b3e95b78d32c23e843d5a3c35b6653efebc0737
    4294967301 15 float16 bernoulli 000000000000003c00000000000000000000003c000000000000003c0000
    4294967301 15 float16 exponential c03a4c3b873a4b2e6f2dd53b5336b232fa2c0403543634395134243f6731
    4294967301 15 float16 randint #5b22fbdaae45418e
    4294967301 15 float16 randperm #4a2eb774f4345e6a
    4294967301 15 float16 state #f2ea5425707e7a6e
    4294967301 15 bfloat16 rand 553f013e683f523f6c3fef3d283e3d3f083d7f3f1b3f113f943d293f373f
    4294967301 15 bfloat16 randn e4be00bf90beac3e9bbec93ff3be523ed83fb03f8b3fc7becd3fa0bfe13e
    4294967301 15 bfloat16 bernoulli 000000000000803f00000000000000000000803f000000000000803f0000
    4294967301 15 bfloat16 exponential 583f693f513fc93dae3d7b3fca3e563e9f3d4138ca3e263f8a3ee43f2d3e
    4294967301 15 bfloat16 randint #5b22fbdaae45418e
    4294967301 15 bfloat16 randperm #4a2eb774f4345e6a
    4294967301 15 bfloat16 state #f2ea5425707e7a6e
    4294967301 16 float32 rand #9ee7c989bb198b83
    4294967301 16 float32 randn #e2a16585db8270a2
    4294967301 16 float32 bernoulli #fbbff15a5b077ee5
    4294967301 16 float32 exponential #054aa45c329260a8
    4294967301 16 float32 randint #246b7c2dacbd56ee
    4294967301 16 float32 randperm #bb4f91b7f7f5dc05
    4294967301 16 float32 state #55cc058a938b2f0d
    4294967301 16 float64 rand #27988ff2952f1e8d
    4294967301 16 float64 randn #8ac45a88ee3f0741
    4294967301 16 float64 bernoulli #620d492e00d414a5
    4294967301 16 float64 exponential #6611db5a6f30ebfc
    4294967301 16 float64 randint #400358a91d2b9925
    4294967301 16 float64 randperm #325fbe7295853b25
    4294967301 16 float64 state #98cb6daa71f834cd
    4294967301 16 float16 rand a43a0930423b8f3a5c3b772f4331e7394228f43bda388438a22c4639b839a238
    4294967301 16 float16 randn 8f41e33c62b5b8bb26b0d0b8a430cbb000b73c3a78ab10c0ef3de837fa33fd3e
    4294967301 16 float16 bernoulli 000000000000000000000000003c00000000003c003c003c0000000000000000
    4294967301 16 float16 exponential 00334c368c40b228d034363aa0335d385439b037613b2d3c1538a8373228c826
    4294967301 16 float16 randint #246b7c2dacbd56ee
    4294967301 16 float16 randperm #bb4f91b7f7f5dc05
    4294967301 16 float16 state #55cc058a938b2f0d
    4294967301 16 bfloat16 rand 553f013e683f523f6c3fef3d283e3d3f083d7f3f1b3f113f943d293f373f143f
    4294967301 16 bfloat16 randn 32409c3facbe77bf05be1abf143e19bee0be473f6fbd02c0be3ffd3e7f3ee03f
    4294967301 16 bfloat16 bernoulli 000000000000000000000000803f00000000803f803f803f0000000000000000
    4294967301 16 bfloat16 exponential 603eca3e1240163d9a3e473f743e0c3f2b3ff63e6c3f863f033ff53e063dd93c
    4294967301 16 bfloat16 randint #246b7c2dacbd56ee
    4294967301 16 bfloat16 randperm #bb4f91b7f7f5dc05
    4294967301 16 bfloat16 state #55cc058a938b2f0d
    4294967301 17 float32 rand #a88706b2133a3c58
    4294967301 17 float32 randn #ed2e02ca05ffb67c
    4294967301 17 float32 bernoulli #9725f514676d7dd8
    4294967301 17 float32 exponential #7ac38512e9adc0c9
    4294967301 17 float32 randint #f3eead31a05ecccf
    4294967301 17 float32 randperm #117f1f7204f21515
    4294967301 17 float32 state #12877e426c20e3fd
    4294967301 17 float64 rand #1541fbffcf33286d
    4294967301 17 float64 randn #1a9d15c2d966896e
    4294967301 17 float64 bernoulli #eefc05aa0442ae98
    4294967301 17 float64 exponential #53033ab066583dcb
    4294967301 17 float64 randint #d187d71bb2512832
    4294967301 17 float64 randperm #b28104170d158e95
    4294967301 17 float64 state #c5581547f42d850d
    4294967301 17 float16 rand #4aa56d6937c43bb4
    4294967301 17 float16 randn #28617367e8f87629
    4294967301 17 float16 bernoulli #6c25417111522819
    4294967301 17 float16 exponential #7ee48cce51a0a03d
    4294967301 17 float16 randint #12bbe7d744760232
    4294967301 17 float16 randperm #0976206775659795
    4294967301 17 float16 state #f9b7af1a908823d9
    4294967301 17 bfloat16 rand #82ad68fc876da06e
    4294967301 17 bfloat16 randn #f29d414a7701104a
    4294967301 17 bfloat16 bernoulli #06f2c920c55b16b0
    4294967301 17 bfloat16 exponential #daadc961d37dbf69
    4294967301 17 bfloat16 randint #12bbe7d744760232
    4294967301 17 bfloat16 randperm #0976206775659795
    4294967301 17 bfloat16 state #f9b7af1a908823d9
    4294967301 33 float32 rand #e8aac5a2a4d1408f
    4294967301 33 float32 randn #6a543818af2b8d17
    4294967301 33 float32 bernoulli #339b660d6b26e125
    4294967301 33 float32 exponential #74c3c0e4da2f33a3
    4294967301 33 float32 randint #8ffa9f875584e41e
    4294967301 33 float32 randperm #23d39dd77ba794c5
    4294967301 33 float32 state #8d48e22d77c7847e
    4294967301 33 float64 rand #5558fd6cdea29e7d
    4294967301 33 float64 randn #b5f6a4e9e3aca12c
    4294967301 33 float64 bernoulli #6c28ea33e1433c05
    4294967301 33 float64 exponential #30e2df3303a1e480
    4294967301 33 float64 randint #b119d10f4becb340
    4294967301 33 float64 randperm #1d2703dad991d485
    4294967301 33 float64 state #0a39973a2199e58e
    4294967301 33 float16 rand #f328a949983a2b86
    4294967301 33 float16 randn #6f64060372b6bf74
    4294967301 33 float16 bernoulli #8387f323549d77dd
    4294967301 33 float16 exponential #d1a1d521cdaa5c69
    4294967301 33 float16 randint #a6ec54314040eac0
    4294967301 33 float16 randperm #41f865a739365745
    4294967301 33 float16 state #573a51490c0e769a
    4294967301 33 bfloat16 rand #656a18f626d26845
    4294967301 33 bfloat16 randn #4cf509d102b5a314
    4294967301 33 bfloat16 bernoulli #bfe8abcd7764aef5
    4294967301 33 bfloat16 exponential #8b118c6b822f7526
    4294967301 33 bfloat16 randint #a6ec54314040eac0
    4294967301 33 bfloat16 randperm #41f865a739365745
    4294967301 33 bfloat16 state #573a51490c0e769a
    4294967301 1000 float32 rand #df2da9b4f5ee5701
    4294967301 1000 float32 randn #edfa87ebfd407246
    4294967301 1000 float32 bernoulli #dca9e59cf0c2e4c8
    4294967301 1000 float32 exponential #6cad09cf00954259
    4294967301 1000 float32 randint #0e8bb80f3d62752d
    4294967301 1000 float32 randperm #65dd69ba713be605
    4294967301 1000 float32 state #f8dfd9cd2d17746b
    4294967301 1000 float64 rand #b72ea83a8dff1f03
    4294967301 1000 float64 randn #aab82fb90811f830
    4294967301 1000 float64 bernoulli #cb1bc1c2e4f1ffa5
    4294967301 1000 float64 exponential #2ae11437a38825db
    4294967301 1000 float64 randint #17e47036e142212e
    4294967301 1000 float64 randperm #7166a047c7519f55
    4294967301 1000 float64 state #ee85861fea5a1161
    4294967301 1000 float16 rand #daf54e9294040001
    4294967301 1000 float16 randn #3fc8999b8e124c31
    4294967301 1000 float16 bernoulli #4712dd8735412881
    4294967301 1000 float16 exponential #71a6edee60be46e4
    4294967301 1000 float16 randint #8f01c4a010c85d86
    4294967301 1000 float16 randperm #4ee793ebb36e12ad
    4294967301 1000 float16 state #535db46359f4856b
    4294967301 1000 bfloat16 rand #f970192a34981a96
    4294967301 1000 bfloat16 randn #24cfc6691447136f
    4294967301 1000 bfloat16 bernoulli #b1baee5b9f705dc8
    4294967301 1000 bfloat16 exponential #353676352d3cf7a4
    4294967301 1000 bfloat16 randint #8f01c4a010c85d86
    4294967301 1000 bfloat16 randperm #4ee793ebb36e12ad
    4294967301 1000 bfloat16 state #535db46359f4856b
    -1 1 float32 rand a3697e3f
    -1 1 float32 randn 724d68bf
    -1 1 float32 bernoulli 00000000
    -1 1 float32 exponential e9bb283e
    -1 1 float32 randint fdffffffffffffff
    -1 1 float32 randperm 0000000000000000
    -1 1 float32 state #741014f8765c72d2
    -1 1 float64 rand 2241921ca369ee3f
    -1 1 float64 randn ea092d3b77df01c0
    -1 1 float64 bernoulli 0000000000000000
    -1 1 float64 exponential e23086827dc6ec3f
    -1 1 float64 randint 0200000000000000
    -1 1 float64 randperm 0000000000000000
    -1 1 float64 state #8a17fcbfae4f51e4
    -1 1 float16 rand f33b
    -1 1 float16 randn 42bb
    -1 1 float16 bernoulli 0000
    -1 1 float16 exponential 4631
    -1 1 float16 randint fdffffffffffffff
    -1 1 float16 randperm 0000000000000000
    -1 1 float16 state #741014f8765c72d2
    -1 1 bfloat16 rand 7e3f
    -1 1 bfloat16 randn 68bf
    -1 1 bfloat16 bernoulli 0000
    -1 1 bfloat16 exponential 293e
    -1 1 bfloat16 randint fdffffffffffffff
    -1 1 bfloat16 randperm 0000000000000000
    -1 1 bfloat16 state #741014f8765c72d2
    -1 5 float32 rand a3697e3f2241123f0cec113f70c44a3db4377e3f
    -1 5 float32 randn f885153f8d65c8beb2f28fbeb47235c06b4806bf
    -1 5 float32 bernoulli 00000000000000000000803f000000000000803f
    -1 5 float32 exponential ddc0493f9933ea3fd3bd683e47bfc13f351d063f
    -1 5 float32 randint #ca6379181efa8089
    -1 5 float32 randperm #632403641fbdc8a1
    -1 5 float32 state #06e391eeb58aa06a
    -1 5 float64 rand #19d2d73fbccb1100
    -1 5 float64 randn #eec3637bb482ed68
    -1 5 float64 bernoulli #7d11439b619a5078
    -1 5 float64 exponential #c8659676799574bf
    -1 5 float64 randint #ecfc6e521e12393a
    -1 5 float64 randperm #8c7dd479da5f6661
    -1 5 float64 state #6b88e8daab02934b
    -1 5 float16 rand f33b92388f38562af23b
    -1 5 float16 randn ac3843b680b4acc132b8
    -1 5 float16 bernoulli 00000000003c0000003c
    -1 5 float16 exponential 4e3a523f46330e3e3138
    -1 5 float16 randint #ca6379181efa8089
    -1 5 float16 randperm #632403641fbdc8a1
    -1 5 float16 state #06e391eeb58aa06a
    -1 5 bfloat16 rand 7e3f123f123f4b3d7e3f
    -1 5 bfloat16 randn 163fc8be90be35c006bf
    -1 5 bfloat16 bernoulli 00000000803f0000803f
    -1 5 bfloat16 exponential 4a3fea3f693ec23f063f
    -1 5 bfloat16 randint #ca6379181efa8089
    -1 5 bfloat16 randperm #632403641fbdc8a1
    -1 5 bfloat16 state #06e391eeb58aa06a
    -1 15 float32 rand #0151d94dac76b605
    -1 15 float32 randn #2b72689412ef145e
    -1 15 float32 bernoulli #cb3b1a776fff70c5
    -1 15 float32 exponential #0d91ff295a24b551
    -1 15 float32 randint #fc551d030edb40a9
    -1 15 float32 randperm #4cc485ff5690910a
    -1 15 float32 state #aafd47bdbbcd0aa1
    -1 15 float64 rand #e79b78e3d26bfc01
    -1 15 float64 randn #0967be0a0756e85e
    -1 15 float64 bernoulli #9ebecfbb139a9f65
    -1 15 float64 exponential #2dada7427892461c
    -1 15 float64 randint #ff7c46da43d5eb89
    -1 15 float64 randperm #05a50558c6131d2a
    -1 15 float64 state #10eff61538b00467
    -1 15 float16 rand f33b92388f38562af23be83973397034be38bc383132dd2fd33a1c2a7f36
    -1 15 float16 randn 13341d3e02b92e34113af2a887ba64c020b823409ebd6ab6b33a2235283b
    -1 15 float16 bernoulli 00000000003c003c003c003c0000000000000000003c0000003c003c003c
    -1 15 float16 exponential f63ac51e8937f73cc43b56317b2f0a34223c8430f13f2439762f28359c39
    -1 15 float16 randint #fc551d030edb40a9
    -1 15 float16 randperm #4cc485ff5690910a
    -1 15 float16 state #aafd47bdbbcd0aa1
    -1 15 bfloat16 rand 7e3f123f123f4b3d7e3f3d3f2e3f8e3e183f173f463efc3d5a3f443dd03e
    -1 15 bfloat16 randn 823ec43f20bf863e423f1ebd51bf0dc004bf0440b4bfcdbe563fa43e653f
    -1 15 bfloat16 bernoulli 00000000803f803f803f803f0000000000000000803f0000803f803f803f
    -1 15 bfloat16 exponential 5f3fd93bf13e9f3f793f2b3eef3d813e843f103efe3f243fef3da53e343f
    -1 15 bfloat16 randint #fc551d030edb40a9
    -1 15 bfloat16 randperm #4cc485ff5690910a
    -1 15 bfloat16 state #aafd47bdbbcd0aa1
    -1 16 float32 rand #179ad29c4c6aca4b
    -1 16 float32 randn #f1943feafc38fb67
    -1 16 float32 bernoulli #930e6d050951daf5
    -1 16 float32 exponential #981aa93fbe999f12
    -1 16 float32 randint #707b71f5ac2c4c82
    -1 16 float32 randperm #119f5fd38931a7e5
    -1 16 float32 state #14f968a9e58c145a
    -1 16 float64 rand #8d61b7ece19b5ed3
    -1 16 float64 randn #80ea2e8343be2179
    -1 16 float64 bernoulli #595bbbb42c078c58
    -1 16 float64 exponential #8fbf89864888cd6c
    -1 16 float64 randint #53d3ff0ab9997e79
    -1 16 float64 randperm #10f6038d05136325
    -1 16 float64 state #7ef0d3029900585a
    -1 16 float16 rand f33b92388f38562af23be83973397034be38bc383132dd2fd33a1c2a7f362927
    -1 16 float16 randn 2c3f03bb96be4eb8e634c93640344cc2c3aa40bd72b537b597a7223627b1df3f
    -1 16 float16 bernoulli 0000003c00000000003c000000000000003c000000000000003c000000000000
    -1 16 float16 exponential 25378a3371301539e53c333a4936822d9e39f434192c4d32f224b33c2a2e6d3b
    -1 16 float16 randint #707b71f5ac2c4c82
    -1 16 float16 randperm #119f5fd38931a7e5
    -1 16 float16 state #14f968a9e58c145a
    -1 16 bfloat16 rand 7e3f123f123f4b3d7e3f3d3f2e3f8e3e183f173f463efc3d5a3f443dd03ee53c
    -1 16 bfloat16 randn e63f60bfd3bf0abf9d3ed93e883e4ac058bda8bfaebea7bef3bcc43e25befc3f
    -1 16 bfloat16 bernoulli 0000803f00000000803f000000000000803f000000000000803f000000000000
    -1 16 bfloat16 exponential e53e713e0e3e233f9d3f463fc93eb03d343f9e3e833d4a3e9e3c963fc53d6e3f
    -1 16 bfloat16 randint #707b71f5ac2c4c82
    -1 16 bfloat16 randperm #119f5fd38931a7e5
    -1 16 bfloat16 state #14f968a9e58c145a
    -1 17 float32 rand #8c0934350d8be507
    -1 17 float32 randn #fdbaf2cd8ec01981
    -1 17 float32 bernoulli #f8c780e68de431d5
    -1 17 float32 exponential #d5e46710b65709fe
    -1 17 float32 randint #4d7e6f372aa374bb
    -1 17 float32 randperm #40d18b3b315e9755
    -1 17 float32 state #d268baa98d039b6a
    -1 17 float64 rand #d1f8295e7e996007
    -1 17 float64 randn #fbae261f0f5ba723
    -1 17 float64 bernoulli #aca83b642229ae18
    -1 17 float64 exponential #a32fcd73278e4073
    -1 17 float64 randint #06a3ada3bec3bf0c
    -1 17 float64 randperm #28a5680c81c6c8f5
    -1 17 float64 state #3649eeed48c183a2
    -1 17 float16 rand #b64f479c5dc55fd9
    -1 17 float16 randn #22c46e90d31c62a9
    -1 17 float16 bernoulli #e350a9f364490959
    -1 17 float16 exponential #5a741e3ee0f9c264
    -1 17 float16 randint #4021e036d240c1b9
    -1 17 float16 randperm #4f29cee08c766215
    -1 17 float16 state #5435acf3a147eee6
    -1 17 bfloat16 rand #7ec91ef39db088e9
    -1 17 bfloat16 randn #969a487c787416f4
    -1 17 bfloat16 bernoulli #049d2708c5d9b350
    -1 17 bfloat16 exponential #b7e94ffc7d0c998c
    -1 17 bfloat16 randint #4021e036d240c1b9
    -1 17 bfloat16 randperm #4f29cee08c766215
    -1 17 bfloat16 state #5435acf3a147eee6
    -1 33 float32 rand #f0cf343c5cdd0a19
    -1 33 float32 randn #0bc42821e18254e8
    -1 33 float32 bernoulli #13c54564548ea355
    -1 33 float32 exponential #d791d6bb5c55fd3e
    -1 33 float32 randint #6a2025c64c58fa0a
    -1 33 float32 randperm #0a88f51e3d6690c5
    -1 33 float32 state #ef0c7ca930c7ea09
    -1 33 float64 rand #7a7f5e7d973ebaa1
    -1 33 float64 randn #e2b7f6f5c503653f
    -1 33 float64 bernoulli #36432d9c6e20b6b8
    -1 33 float64 exponential #86e79944205c5c92
    -1 33 float64 randint #bcb1e288e450a61f
    -1 33 float64 randperm #27c02fd47b15a2c5
    -1 33 float64 state #7b2157ad994dbc21
    -1 33 float16 rand #53cea8fcaebf19cd
    -1 33 float16 randn #8b3ede33f953067b
    -1 33 float16 bernoulli #7005e0e041f9d969
    -1 33 float16 exponential #953721102af25bc9
    -1 33 float16 randint #a053ad2a1cd6df66
    -1 33 float16 randperm #5f6a8b87ef8bb705
    -1 33 float16 state #e180087aaf741095
    -1 33 bfloat16 rand #8806884e2efb85cb
    -1 33 bfloat16 randn #fe1ebbebf50caa09
    -1 33 bfloat16 bernoulli #0bd587cda2e6d508
    -1 33 bfloat16 exponential #8f2219c0fbd4d1f5
    -1 33 bfloat16 randint #a053ad2a1cd6df66
    -1 33 bfloat16 randperm #5f6a8b87ef8bb705
    -1 33 bfloat16 state #e180087aaf741095
    -1 1000 float32 rand #ed5ea2f4c70c3825
    -1 1000 float32 randn #3ffd2dba43b6ac9c
    -1 1000 float32 bernoulli #d3479e7688b15b75
    -1 1000 float32 exponential #1d3a0662c9abdeb7
    -1 1000 float32 randint #faeae0a15fabbc08
    -1 1000 float32 randperm #2f43f909feac4f51
    -1 1000 float32 state #5fd164351cfe9f4d
    -1 1000 float64 rand #0536915a23b3c20c
    -1 1000 float64 randn #b0ab3ceab8e17fec
    -1 1000 float64 bernoulli #2324550ce5165938
    -1 1000 float64 exponential #f4fe2d80b524f271
    -1 1000 float64 randint #7bcd075ef4a10f54
    -1 1000 float64 randperm #b861aae8ad4a0929
    -1 1000 float64 state #f60fef8722f313e1
    -1 1000 float16 rand #daa2040d65b16b54
    -1 1000 float16 randn #b0843b3edbeb2f96
    -1 1000 float16 bernoulli #9ae6d251b8e28481
    -1 1000 float16 exponential #dc26e0a371f1dffa
    -1 1000 float16 randint #e2df728b5e84b9cf
    -1 1000 float16 randperm #de53de636c3c7f7d
    -1 1000 float16 state #0553899ef0218e4d
    -1 1000 bfloat16 rand #fd13e9e7ecbda263
    -1 1000 bfloat16 randn #6534a8f939bf04eb
    -1 1000 bfloat16 bernoulli #da3957013aaadb88
    -1 1000 bfloat16 exponential #3753e1582f092eae
    -1 1000 bfloat16 randint #e2df728b5e84b9cf
    -1 1000 bfloat16 randperm #de53de636c3c7f7d
    -1 1000 bfloat16 state #0553899ef0218e4d
    """

  static let sums = """
    1 float32 all 604e293f
    1 float64 all da138107cc29e53f
    7 float32 all 6683693f
    7 float64 all c48393486c30ed3f
    8 float32 all b878d0bf
    8 float64 all 45c89cf9160ffabf
    31 float32 all fac8b6bf
    31 float64 all 40ea9a4e79d22e40
    33 float32 all 861eeb3f
    33 float64 all b151353f9494f1bf
    127 float32 all 20e4f840
    127 float64 all 92763607b6d126c0
    784 float32 all c4f6a0c0
    784 float64 all d6f4c99bfd0f2840
    1000 float32 all 5c88a741
    1000 float64 all 6ba1f6f9b7984240
    5000 float32 all ff2ba742
    5000 float64 all d65110f598d151c0
    32767 float32 all a3e908c3
    32767 float64 all aadb4ace18b15ac0
    5,5 float32 0 3f0c39bf64f5763f0a8b4bc0b88a6fbfb7c31640
    5,5 float32 1 767694c0cc4b2fc03094b3bd4a127a405a930240
    5,5 float32 0,1 6b5fc2bf
    17,33 float32 0 #59d07350eeb9e3fd
    17,33 float32 1 #5a4f92c7b670007a
    17,33 float32 0,1 00e44840
    200,300 float32 0 #2670faa99512d1aa
    200,300 float32 1 #ae851f76cc2bd1f6
    200,300 float32 0,1 f3878841
    64,10 float32 0 #a134f88b51db8958
    64,10 float32 1 #91195d2ee77b0340
    64,10 float32 0,1 3cab0440
    9,7 float32 0 254ca8c0b3bd38c0d50e23bfb11e90c0eaa32b40fa476ec0a2ad2340
    9,7 float32 1 #7b5efb679f6a4e27
    9,7 float32 0,1 60533cc1
    3,4,5 float32 0 #b4fc615a98f29491
    3,4,5 float32 1 #61f129fc1b86c61d
    3,4,5 float32 2 #da113b4a98522c1f
    3,4,5 float32 0,1 6ff6a3bf2bf8b8c01da7b0c09a4db83ff00719c0
    3,4,5 float32 0,2 9cdfeabf866e17c1a0015d3e1ec11cc0
    3,4,5 float32 1,2 ab2a01c11237f1bfb7d464c0
    3,4,5 float32 0,1,2 ba8658c1
    4,8,8 float32 0 #93ea60a8d784cccc
    4,8,8 float32 1 #904b1f1f6b0b24fa
    4,8,8 float32 2 #04d43b6701a41303
    4,8,8 float32 0,1 3a20c440d585a03f8d902440300acfbe4cae6b40ccfca2c06c986a3fafce8540
    4,8,8 float32 0,2 eca05bc188f47ac0c8d09f40fac4ee40605ab440a83344c03dc82541bceaaf40
    4,8,8 float32 1,2 855be7c047a29dbffedc3f41c24f1b41
    4,8,8 float32 0,1,2 b6ca5341
    """

  static let promotion = """
    bool bool/bool uint8/uint8 int8/int8 int16/int16 int32/int32 int64/int64 float16/float16 bfloat16/bfloat16 float32/float32 float64/float64 complex64/complex64 complex128/complex128 -/- -/- -/- complex32/complex32 bool int64 float32
    uint8 uint8/uint8 uint8/uint8 int16/uint8 int16/uint8 int32/uint8 int64/uint8 float16/float16 bfloat16/bfloat16 float32/float32 float64/float64 complex64/complex64 complex128/complex128 -/uint8 -/uint8 -/uint8 complex32/complex32 uint8 uint8 float32
    int8 int8/int8 int16/int8 int8/int8 int16/int8 int32/int8 int64/int8 float16/float16 bfloat16/bfloat16 float32/float32 float64/float64 complex64/complex64 complex128/complex128 -/int8 -/int8 -/int8 complex32/complex32 int8 int8 float32
    int16 int16/int16 int16/int16 int16/int16 int16/int16 int32/int16 int64/int16 float16/float16 bfloat16/bfloat16 float32/float32 float64/float64 complex64/complex64 complex128/complex128 -/int16 -/int16 -/int16 complex32/complex32 int16 int16 float32
    int32 int32/int32 int32/int32 int32/int32 int32/int32 int32/int32 int64/int32 float16/float16 bfloat16/bfloat16 float32/float32 float64/float64 complex64/complex64 complex128/complex128 -/int32 -/int32 -/int32 complex32/complex32 int32 int32 float32
    int64 int64/int64 int64/int64 int64/int64 int64/int64 int64/int64 int64/int64 float16/float16 bfloat16/bfloat16 float32/float32 float64/float64 complex64/complex64 complex128/complex128 -/int64 -/int64 -/int64 complex32/complex32 int64 int64 float32
    float16 float16/float16 float16/float16 float16/float16 float16/float16 float16/float16 float16/float16 float16/float16 float32/float16 float32/float16 float64/float16 complex64/complex32 complex128/complex32 float16/float16 float16/float16 float16/float16 complex32/complex32 float16 float16 float16
    bfloat16 bfloat16/bfloat16 bfloat16/bfloat16 bfloat16/bfloat16 bfloat16/bfloat16 bfloat16/bfloat16 bfloat16/bfloat16 float32/bfloat16 bfloat16/bfloat16 float32/bfloat16 float64/bfloat16 complex64/complex64 complex128/complex64 bfloat16/bfloat16 bfloat16/bfloat16 bfloat16/bfloat16 complex64/complex64 bfloat16 bfloat16 bfloat16
    float32 float32/float32 float32/float32 float32/float32 float32/float32 float32/float32 float32/float32 float32/float32 float32/float32 float32/float32 float64/float32 complex64/complex64 complex128/complex64 float32/float32 float32/float32 float32/float32 complex64/complex64 float32 float32 float32
    float64 float64/float64 float64/float64 float64/float64 float64/float64 float64/float64 float64/float64 float64/float64 float64/float64 float64/float64 float64/float64 complex128/complex128 complex128/complex128 float64/float64 float64/float64 float64/float64 complex128/complex128 float64 float64 float64
    complex64 complex64/complex64 complex64/complex64 complex64/complex64 complex64/complex64 complex64/complex64 complex64/complex64 complex64/complex64 complex64/complex64 complex64/complex64 complex128/complex64 complex64/complex64 complex128/complex64 -/complex64 -/complex64 -/complex64 complex64/complex64 complex64 complex64 complex64
    complex128 complex128/complex128 complex128/complex128 complex128/complex128 complex128/complex128 complex128/complex128 complex128/complex128 complex128/complex128 complex128/complex128 complex128/complex128 complex128/complex128 complex128/complex128 complex128/complex128 -/complex128 -/complex128 -/complex128 complex128/complex128 complex128 complex128 complex128
    uint16 -/uint16 -/uint16 -/uint16 -/uint16 -/uint16 -/uint16 float16/float16 bfloat16/bfloat16 float32/float32 float64/float64 -/complex64 -/complex128 uint16/uint16 -/uint16 -/uint16 -/complex32 uint16 uint16 float32
    uint32 -/uint32 -/uint32 -/uint32 -/uint32 -/uint32 -/uint32 float16/float16 bfloat16/bfloat16 float32/float32 float64/float64 -/complex64 -/complex128 -/uint32 uint32/uint32 -/uint32 -/complex32 uint32 uint32 float32
    uint64 -/uint64 -/uint64 -/uint64 -/uint64 -/uint64 -/uint64 float16/float16 bfloat16/bfloat16 float32/float32 float64/float64 -/complex64 -/complex128 -/uint64 -/uint64 uint64/uint64 -/complex32 uint64 uint64 float32
    complex32 complex32/complex32 complex32/complex32 complex32/complex32 complex32/complex32 complex32/complex32 complex32/complex32 complex32/complex32 complex64/complex32 complex64/complex32 complex128/complex32 complex64/complex32 complex128/complex32 -/complex32 -/complex32 -/complex32 complex32/complex32 complex32 complex32 complex32
    """

  static let sorting = """
    5 2 sort #985d6642151f2a21
    5 2 descending #42f0821a2336d161
    5 2 topk 020000000000000004000000000000000000000000000000
    5 2 kthvalue 0300000000000000
    5 2 median 0000000000000000
    5 2 mode 0400000000000000
    5 5 sort #24a0b5cdba2555a1
    5 5 descending #ba93780fbd400741
    5 5 topk 020000000000000004000000000000000300000000000000
    5 5 kthvalue 0200000000000000
    5 5 median 0200000000000000
    5 5 mode 0400000000000000
    5 1000 sort #79a9dd774b34a921
    5 1000 descending #e2e9e49c12eb3521
    5 1000 topk 000000000000000002000000000000000400000000000000
    5 1000 kthvalue 0300000000000000
    5 1000 median 0400000000000000
    5 1000 mode 0100000000000000
    16 2 sort #4ef72c4448475965
    16 2 descending #5a1f2fb34b2bfae5
    16 2 topk 0e000000000000000c000000000000000d00000000000000
    16 2 kthvalue 0b00000000000000
    16 2 median 0a00000000000000
    16 2 mode 0b00000000000000
    16 5 sort #eaf15be6d5201805
    16 5 descending #bdfeac27c92f3b85
    16 5 topk 050000000000000007000000000000000800000000000000
    16 5 kthvalue 0e00000000000000
    16 5 median 0f00000000000000
    16 5 mode 0a00000000000000
    16 1000 sort #0125825035cfede5
    16 1000 descending #6dbd2b9738a365e5
    16 1000 topk 04000000000000000a000000000000000300000000000000
    16 1000 kthvalue 0c00000000000000
    16 1000 median 0100000000000000
    16 1000 mode 0900000000000000
    17 2 sort #1ef054368674d595
    17 2 descending #a426cae04fabfe75
    17 2 topk 0d0000000000000005000000000000000000000000000000
    17 2 kthvalue 0a00000000000000
    17 2 median 0c00000000000000
    17 2 mode 0300000000000000
    17 5 sort #efd4cdd48f14bdf5
    17 5 descending #fd63d1f76029abd5
    17 5 topk 030000000000000000000000000000000e00000000000000
    17 5 kthvalue 0900000000000000
    17 5 median 0600000000000000
    17 5 mode 1000000000000000
    17 1000 sort #f58d2a95e41caff5
    17 1000 descending #ff30784a55775ff5
    17 1000 topk 010000000000000008000000000000000700000000000000
    17 1000 kthvalue 0000000000000000
    17 1000 median 0900000000000000
    17 1000 mode 0d00000000000000
    33 2 sort #828c15740d292945
    33 2 descending #5e6be723000c5965
    33 2 topk 170000000000000014000000000000001300000000000000
    33 2 kthvalue 0d00000000000000
    33 2 median 0400000000000000
    33 2 mode 0100000000000000
    33 5 sort #73957f7fca9715c5
    33 5 descending #931faf4515995165
    33 5 topk 180000000000000017000000000000001600000000000000
    33 5 kthvalue 0c00000000000000
    33 5 median 1100000000000000
    33 5 mode 0800000000000000
    33 1000 sort #cf3f6eed16f6b325
    33 1000 descending #9f643a9b15ddcb25
    33 1000 topk 190000000000000009000000000000001400000000000000
    33 1000 kthvalue 0800000000000000
    33 1000 median 1e00000000000000
    33 1000 mode 0400000000000000
    257 2 sort #2d69877ca410ad02
    257 2 descending #645bfe555acb71ce
    257 2 topk 030000000000000001000000000000000200000000000000
    257 2 kthvalue 7c00000000000000
    257 2 median 1100000000000000
    257 2 mode 9b00000000000000
    257 5 sort #033486245511386e
    257 5 descending #c2e4d9b716439bca
    257 5 topk 090000000000000000000000000000000500000000000000
    257 5 kthvalue 6900000000000000
    257 5 median 1f00000000000000
    257 5 mode 2200000000000000
    257 1000 sort #a22f8b7bda94f50e
    257 1000 descending #7fc47dde546d22ee
    257 1000 topk 6c000000000000003a000000000000007300000000000000
    257 1000 kthvalue 9500000000000000
    257 1000 median 4a00000000000000
    257 1000 mode 2300000000000000
    1000 2 sort #29b18a45436f1e99
    1000 2 descending #7ad75d1b20143c11
    1000 2 topk 000000000000000001000000000000000200000000000000
    1000 2 kthvalue 9c01000000000000
    1000 2 median 1d00000000000000
    1000 2 mode b001000000000000
    1000 5 sort #08a7e1ea9ddb3f21
    1000 5 descending #04b9a4ad28fe3f59
    1000 5 topk 190000000000000000000000000000000d00000000000000
    1000 5 kthvalue 3901000000000000
    1000 5 median e401000000000000
    1000 5 mode e002000000000000
    1000 1000 sort #aaa5e97fe3c5a3e1
    1000 1000 descending #eae6583d930e7321
    1000 1000 topk 45010000000000003d000000000000001f02000000000000
    1000 1000 kthvalue f400000000000000
    1000 1000 median 0200000000000000
    1000 1000 mode b902000000000000
    """

  static let printing = """
    >;normal
    tensor(1.5410)
    >2,3;normal
    tensor([[-0.2934, -2.1788,  0.5684],
            [-1.0845, -1.3986,  0.4033]])
    >5,5;normal 100000
    tensor([[-135265.3750, -169593.1250,   56665.0625,   79350.8359,   59883.9453],
            [-155509.5000,  -34136.0391,  185300.6094,   75018.9453,  -74254.8203],
            [  56272.1367,   25962.7402,  -17396.0996,  -67874.6250,   93826.0703],
            [  48886.9805,  -67308.9922,    8453.4697, -120013.9375,    -478.5738],
            [ -51807.4805,  -30670.4199, -158099.3906,  170664.3281,  -44621.7188]])
    >5,5;normal 0.000001
    tensor([[-4.5033e-07, -5.7308e-07, -5.5536e-07,  5.9432e-07,  1.5419e-06],
            [ 5.0733e-07, -5.9103e-07, -5.6925e-07,  1.8855e-07, -8.3832e-07],
            [ 8.9182e-10,  8.4189e-07, -4.0003e-07,  1.0395e-06,  3.5815e-07],
            [-3.3039e-09, -5.3444e-07, -1.8817e-06, -4.9727e-08, -1.0450e-06],
            [-9.5650e-07,  3.3532e-08,  7.1009e-07, -1.5353e-06, -4.1268e-07]])
    >40,40;normal
    tensor([[ 0.3446,  0.5199, -2.6133,  ..., -1.0631,  1.1404, -0.0899],
            [-0.5940, -1.2439, -0.1021,  ..., -1.3962,  0.1136,  1.1047],
            [-1.5616, -0.3546,  1.0811,  ..., -1.2830,  0.4386, -0.0107],
            ...,
            [-0.0817, -0.6670,  0.4609,  ..., -0.9747, -0.6575,  0.4542],
            [ 0.2769, -0.4152,  0.2310,  ...,  0.7510, -0.6642, -0.0391],
            [-1.5343, -0.6971,  0.2110,  ..., -0.1503, -0.3504, -0.4489]])
    >2,3,4;normal
    tensor([[[-0.0234,  0.7117, -1.0629, -0.0641],
             [ 1.1783, -0.6524, -0.3405, -0.0947],
             [-0.8411,  1.0059,  0.5315,  1.2164]],

            [[ 0.3123, -0.6479, -0.9943, -0.1160],
             [-0.4522, -0.6216, -0.8718, -0.5895],
             [-2.3923,  0.1723, -1.0662,  0.4395]]])
    >1001;normal
    tensor([-2.2446, -0.0618,  0.5237,  ...,  0.4564,  0.0525,  0.7183])
    >7,200;normal
    tensor([[ 2.2002, -0.7407, -1.4368,  ...,  0.7883,  0.0420, -2.0372],
            [-1.2702, -0.0023,  1.2035,  ...,  0.0128,  0.0555, -0.0118],
            [-0.4935, -1.5836, -0.0981,  ...,  0.2818,  1.1561,  1.3076],
            ...,
            [ 0.9571, -0.7271,  0.0577,  ..., -0.5994,  0.3176, -0.2943],
            [-0.3907, -1.3541, -0.1982,  ...,  2.1641, -0.1449, -0.5396],
            [-0.1417, -0.3019,  1.1123,  ...,  0.1334,  1.0472,  0.5956]])
    >2,2,2,2;normal
    tensor([[[[-0.5210,  0.3097],
              [-0.8427,  1.3237]],

             [[-0.7553,  1.1684],
              [-0.5439,  0.1208]]],


            [[[-0.2703,  1.9668],
              [-1.4623,  0.2717]],

             [[-1.1529,  0.5197],
              [ 1.9609, -1.3729]]]])
    >30;normal rounded
    tensor([ 0.,  1., -1., -3.,  1.,  1., -2.,  0.,  1.,  2., -0., -1.,  1., -0.,
             1.,  3.,  2.,  0., -2.,  0., -1.,  1., -1., -0., -1.,  1., -2.,  1.,
            -0., -1.])
    """
}
