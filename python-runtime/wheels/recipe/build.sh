#!/bin/bash
# build.sh [FOLDER]: builds the wheels from nothing into FOLDER (default: built), as root on Debian.
# Everything comes from Debian (apt), PyPI (pip) and npm. About an hour on two cores.
#   PYW_CHROOT  where the build system is kept (default /opt/pyw-forky)
#   PYW_MIRROR  the Debian archive to take (default: the one that apt uses here)
#   JOBS        how many jobs at a time (default 2)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$(realpath -m "${1:-built}")
root=${PYW_CHROOT:-/opt/pyw-forky}
mirror=${PYW_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 '/debian/\?$')}
suite=forky

if [ ! -e $root/etc/debian_version ]; then
  command -v debootstrap > /dev/null || { apt-get update -q; apt-get install -y --no-install-recommends debootstrap; }
  # an older debootstrap has no script for the suite: all newer suites share sid's
  script=/usr/share/debootstrap/scripts/$suite; [ -e $script ] || script=/usr/share/debootstrap/scripts/sid
  debootstrap --variant=minbase --include=ca-certificates \
    --keyring=/usr/share/keyrings/debian-archive-keyring.gpg $suite $root $mirror $script
fi
mkdir -p $root/opt/pyw
cp -L /etc/resolv.conf $root/etc/resolv.conf
cp -L ${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt} $root/etc/ssl/certs/ca-certificates.crt
printf 'deb %s %s main\ndeb-src %s %s main\n' $mirror $suite $mirror $suite > $root/etc/apt/sources.list
printf 'Acquire::Languages "none";\nAPT::Install-Recommends "false";\nAPT::Sandbox::User "root";\n' \
  > $root/etc/apt/apt.conf.d/99pyw
printf '[global]\ncert = /etc/ssl/certs/ca-certificates.crt\ndefault-timeout = 180\ndisable-pip-version-check = true\n' > $root/etc/pip.conf

cleanup() { for m in proc dev; do mountpoint -q $root/$m && umount $root/$m; done; true; }
for m in proc dev; do mountpoint -q $root/$m || mount --bind /$m $root/$m; done
trap cleanup EXIT
ch() {
  nice -n 5 chroot $root /usr/bin/env -i HOME=/root PATH=/opt/venv/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin \
    LANG=C.UTF-8 TERM=dumb DEBIAN_FRONTEND=noninteractive JOBS=${JOBS:-2} SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt \
    PIP_CONFIG_FILE=/etc/pip.conf "$@"
}
if [ ! -e $root/opt/pyw/.apt-done ]; then
  ch apt-get update -q
  ch apt-get install -y -q emscripten python3.14 python3.14-venv python3.14-dev ninja-build pkgconf cmake g++ make \
    dpkg-dev nodejs patch xz-utils unzip flang-21
  touch $root/opt/pyw/.apt-done
fi
if [ ! -e $root/opt/pyw/pyodide/pyodide.asm.wasm ]; then
  (cd $root/opt/pyw && npm pack --silent pyodide@314.0.7 && tar xzf pyodide-314.0.7.tgz && rm -rf pyodide && mv package pyodide)
fi
rm -rf $root/opt/pyw/recipe; cp -a "$here" $root/opt/pyw/recipe
: > $root/opt/pyw/timing.txt
I=/opt/pyw/recipe/inside
ch $I/setup.sh
ch $I/libs.sh
ch $I/openblas.sh
ch $I/numpy.sh
ch $I/kiwisolver.sh
ch $I/pillow.sh
ch $I/matplotlib.sh
ch $I/pandas.sh
ch $I/scipy.sh
ch $I/scikit-learn.sh
ch $I/lxml.sh
ch $I/statsmodels.sh
ch $I/release.sh
ch $I/test.sh
mkdir -p "$out"; cp -a $root/opt/pyw/out/. "$out"/
ls -l "$out"
