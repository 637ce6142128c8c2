;; Unpacks the snapshot into the program's memory.
;;
;; The blocks (LZ4's format) are a passive data segment, which all sandboxes share: `memory.init` brings one
;; at a time into a window that stays in the processor's cache. Literals and matches are copied sixteen bytes
;; at a time; what is written too far is written again by what follows, as a block ends in literals that are
;; copied exactly.
(module
  (import "env" "memory" (memory $target 1))
  (memory $window (export "window") 5)
  (data $blocks "")

  ;; For a match at distance d < 16, which overlaps what it makes: the bytes of its repeated pattern (row d), and
  ;; by how many bytes the pattern may be laid on again (one number for each d).
  (data $patterns
    "\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00"
    "\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00"
    "\00\01\00\01\00\01\00\01\00\01\00\01\00\01\00\01"
    "\00\01\02\00\01\02\00\01\02\00\01\02\00\01\02\00"
    "\00\01\02\03\00\01\02\03\00\01\02\03\00\01\02\03"
    "\00\01\02\03\04\00\01\02\03\04\00\01\02\03\04\00"
    "\00\01\02\03\04\05\00\01\02\03\04\05\00\01\02\03"
    "\00\01\02\03\04\05\06\00\01\02\03\04\05\06\00\01"
    "\00\01\02\03\04\05\06\07\00\01\02\03\04\05\06\07"
    "\00\01\02\03\04\05\06\07\08\00\01\02\03\04\05\06"
    "\00\01\02\03\04\05\06\07\08\09\00\01\02\03\04\05"
    "\00\01\02\03\04\05\06\07\08\09\0a\00\01\02\03\04"
    "\00\01\02\03\04\05\06\07\08\09\0a\0b\00\01\02\03"
    "\00\01\02\03\04\05\06\07\08\09\0a\0b\0c\00\01\02"
    "\00\01\02\03\04\05\06\07\08\09\0a\0b\0c\0d\00\01"
    "\00\01\02\03\04\05\06\07\08\09\0a\0b\0c\0d\0e\00"
    "\00\10\10\0f\10\0f\0c\0e\10\09\0a\0b\0c\0d\0e\0f")

  (func $main
    (memory.init $window $patterns (i32.const 0x4_0000) (i32.const 0) (i32.const 0x110)))
  (start $main)

  ;; The block at $offset of the segment, $length bytes, goes to $to.
  (func (export "unpack") (param $offset i32) (param $length i32) (param $to i32)
    (memory.init $window $blocks (i32.const 0) (local.get $offset) (local.get $length))
    (call $unpackWindow (local.get $length) (local.get $to)))

  ;; The block of $length bytes that is in the window goes to $to.
  (func $unpackWindow (export "unpackWindow") (param $length i32) (param $to i32)
    (local $from i32) (local $end i32) (local $token i32) (local $count i32)
    (local $byte i32) (local $match i32) (local $distance i32) (local $stop i32) (local $pattern v128)
    (local.set $end (local.get $length))

    (loop $sequence
      (local.set $token (i32.load8_u $window (local.get $from)))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))

      ;; literals
      (local.set $count (i32.shr_u (local.get $token) (i32.const 4)))
      (if (i32.eq (local.get $count) (i32.const 15))
        (then
          (loop $more
            (local.set $byte (i32.load8_u $window (local.get $from)))
            (local.set $from (i32.add (local.get $from) (i32.const 1)))
            (local.set $count (i32.add (local.get $count) (local.get $byte)))
            (br_if $more (i32.eq (local.get $byte) (i32.const 255))))))
      (if (i32.ge_u (i32.add (local.get $from) (local.get $count)) (local.get $end))
        (then
          (memory.copy $target $window (local.get $to) (local.get $from) (local.get $count))
          (return)))
      (local.set $stop (i32.add (local.get $to) (local.get $count)))
      (local.set $match (local.get $from))
      (loop $copy
        (v128.store $target (local.get $to) (v128.load $window (local.get $match)))
        (local.set $to (i32.add (local.get $to) (i32.const 16)))
        (local.set $match (i32.add (local.get $match) (i32.const 16)))
        (br_if $copy (i32.lt_u (local.get $to) (local.get $stop))))
      (local.set $to (local.get $stop))
      (local.set $from (i32.add (local.get $from) (local.get $count)))

      ;; match
      (local.set $distance (i32.load16_u $window (local.get $from)))
      (local.set $match (i32.sub (local.get $to) (local.get $distance)))
      (local.set $from (i32.add (local.get $from) (i32.const 2)))
      (local.set $count (i32.and (local.get $token) (i32.const 15)))
      (if (i32.eq (local.get $count) (i32.const 15))
        (then
          (loop $more
            (local.set $byte (i32.load8_u $window (local.get $from)))
            (local.set $from (i32.add (local.get $from) (i32.const 1)))
            (local.set $count (i32.add (local.get $count) (local.get $byte)))
            (br_if $more (i32.eq (local.get $byte) (i32.const 255))))))
      (local.set $stop (i32.add (local.get $to) (i32.add (local.get $count) (i32.const 4))))
      (if (i32.ge_u (local.get $distance) (i32.const 16))
        (then
          (loop $copy
            (v128.store $target (local.get $to) (v128.load $target (local.get $match)))
            (local.set $to (i32.add (local.get $to) (i32.const 16)))
            (local.set $match (i32.add (local.get $match) (i32.const 16)))
            (br_if $copy (i32.lt_u (local.get $to) (local.get $stop)))))
        (else
          (local.set $pattern
            (i8x16.swizzle
              (v128.load $target (local.get $match))
              (v128.load $window offset=0x4_0000 (i32.shl (local.get $distance) (i32.const 4)))))
          (local.set $count (i32.load8_u $window offset=0x4_0100 (local.get $distance)))
          (loop $copy
            (v128.store $target (local.get $to) (local.get $pattern))
            (local.set $to (i32.add (local.get $to) (local.get $count)))
            (br_if $copy (i32.lt_u (local.get $to) (local.get $stop))))))
      (local.set $to (local.get $stop))
      (br $sequence))))
