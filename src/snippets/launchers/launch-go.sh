# Compiles programs with one start of Go, each to "program" in its folder.
# usage: launch-go.sh FOLDER... (in the folder that has them all)
packages=$(for folder; do echo "./${folder##*/}"; done)
go build -ldflags="-s -w" -o built/ $packages 2>said
for folder; do
  printf 1 >"$folder/status"
  cp said "$folder/said"
  mv "built/${folder##*/}" "$folder/program" && printf 0 >"$folder/status"
done
