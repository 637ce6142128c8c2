;; Unpacks the snapshot into the program's memory.
;;
;; The blocks (LZ4's format) are a passive data segment, which all sandboxes share: `memory.init` brings one
;; at a time into a window that stays in the processor's cache. Literals and matches are copied eight bytes at a
;; time; what is written too far is written again by what follows, as a block ends in literals that are
;; copied exactly.
(module
  (import "env" "memory" (memory $target 1))
  (memory $window 4)
  (data $blocks "")

  ;; The block at $offset of the segment, $length bytes, goes to $to.
  (func (export "unpack") (param $offset i32) (param $length i32) (param $to i32)
    (local $from i32) (local $end i32) (local $token i32) (local $count i32)
    (local $byte i32) (local $match i32) (local $stop i32)
    (memory.init $window $blocks (i32.const 0) (local.get $offset) (local.get $length))
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
      (if (local.get $count)
        (then
          (local.set $stop (i32.add (local.get $to) (local.get $count)))
          (local.set $match (local.get $from))
          (loop $copy
            (i64.store $target (local.get $to) (i64.load $window (local.get $match)))
            (local.set $to (i32.add (local.get $to) (i32.const 8)))
            (local.set $match (i32.add (local.get $match) (i32.const 8)))
            (br_if $copy (i32.lt_u (local.get $to) (local.get $stop))))
          (local.set $to (local.get $stop))
          (local.set $from (i32.add (local.get $from) (local.get $count)))))

      ;; match
      (local.set $match
        (i32.sub (local.get $to) (i32.load16_u $window (local.get $from))))
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
      (if (i32.ge_u (i32.sub (local.get $to) (local.get $match)) (i32.const 8))
        (then
          (loop $copy
            (i64.store $target (local.get $to) (i64.load $target (local.get $match)))
            (local.set $to (i32.add (local.get $to) (i32.const 8)))
            (local.set $match (i32.add (local.get $match) (i32.const 8)))
            (br_if $copy (i32.lt_u (local.get $to) (local.get $stop)))))
        (else
          ;; The match overlaps what it makes: byte by byte.
          (loop $copy
            (i32.store8 $target (local.get $to) (i32.load8_u $target (local.get $match)))
            (local.set $to (i32.add (local.get $to) (i32.const 1)))
            (local.set $match (i32.add (local.get $match) (i32.const 1)))
            (br_if $copy (i32.lt_u (local.get $to) (local.get $stop))))))
      (local.set $to (local.get $stop))
      (br $sequence))))
