import type { Example } from "../scheme";

export const examples: readonly [Example, ...Example[]] = [
  {
    id: "libpixel-options",
    title: "An image with options",
    lesson: "Path and query are signed together, from the first slash on.",
    url: "https://acme-shop.libpx.com/products/hero.jpg?width=1200&quality=80",
    secret: "demo-auth-secret",
  },
  {
    id: "libpixel-source",
    title: "A source image, escaped",
    lesson: "The source’s address is percent-encoded, so its own “?” and “&” stay part of it.",
    url: "https://acme-shop.libpx.com/?src=https%3A%2F%2Fassets.acme.test%2Fhero.jpg&width=1200",
    secret: "demo-auth-secret",
  },
  {
    id: "libpixel-page",
    title: "The LibPixel page’s own example",
    lesson: "The page signs “?src=…”, its rule asks for “/?src=…”: the rule holds.",
    url: "https://yourdomain.libpx.com/?src=https://abcd.somewhere.com/images/header.png&width=200",
    secret: "demo-auth-secret",
  },
  {
    id: "libpixel-image",
    title: "An image path, no options",
    lesson: "Without a query there is no “?” to sign; the signature begins the query.",
    url: "http://test.libpx.com/images/1.jpg",
    secret: "LibPixel",
  },
  {
    id: "libpixel-signed",
    title: "A signed URL to check",
    lesson: "Its signature is compared with the one this secret makes.",
    url: "http://test.libpx.com/images/3.jpg?width=300&height=220&signature=500ad73bdf2d9e77d6bb94f0ca1c72f9c1f495f8#image",
    secret: "LibPixel",
  },
];
