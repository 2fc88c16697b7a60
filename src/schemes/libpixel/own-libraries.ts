import type { OwnLibraries } from "../own-library";

/** Read in the libraries' sources: github.com/libpixel/libpixel-js, libpixel-ruby and libpixel-go. */
export const ownLibraries: OwnLibraries = {
  node: {
    install: "npm install libpixel/libpixel-js",
    code: `import LibPixel from "libpixel";

const url = "https://example.libpx.com/a.jpg?width=300";
const client = new LibPixel({ host: "example.libpx.com", secret: process.env.LIBPIXEL_SECRET });

console.log(client.sign(url));
`,
    remark: "It signs the URL as it stands and encodes nothing.",
  },
  ruby: {
    install: "gem install libpixel",
    code: `require "libpixel"

url = "https://example.libpx.com/a.jpg?width=300"
client = LibPixel::Client.new(host: "example.libpx.com", https: true, secret: ENV.fetch("LIBPIXEL_SECRET"))

puts client.sign(url)
`,
    remark: "Where the URL has no path it signs no “/”, so write one after the host.",
  },
  go: {
    install: "go get github.com/libpixel/libpixel-go",
    code: `package main

import (
	"fmt"
	"log"
	"os"

	"github.com/libpixel/libpixel-go"
)

func main() {
	client := &libpixel.Client{Host: "example.libpx.com", HTTPS: true, Secret: os.Getenv("LIBPIXEL_SECRET")}
	url, err := client.Sign("https://example.libpx.com/a.jpg?width=300")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(url)
}
`,
    remark:
      "It decodes the path before it signs, so a path with an escape such as “%20” gets a signature that does not match.",
  },
};
