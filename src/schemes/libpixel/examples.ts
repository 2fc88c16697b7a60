import type { Example } from "../scheme";

export const examples: readonly [Example, ...Example[]] = [
  {
    id: "libpixel-options",
    title: "An image with options",
    url: "https://acme-shop.libpx.com/products/hero.jpg?width=1200&quality=80",
    secret: "demo-auth-secret",
  },
  {
    id: "libpixel-source",
    title: "A source image, escaped",
    url: "https://acme-shop.libpx.com/?src=https%3A%2F%2Fassets.acme.test%2Fhero.jpg&width=1200",
    secret: "demo-auth-secret",
  },
  {
    id: "libpixel-page",
    title: "The LibPixel page’s own example",
    url: "https://yourdomain.libpx.com/?src=https://abcd.somewhere.com/images/header.png&width=200",
    secret: "demo-auth-secret",
  },
  {
    id: "libpixel-image",
    title: "An image path, no options",
    url: "http://test.libpx.com/images/1.jpg",
    secret: "LibPixel",
  },
  {
    id: "libpixel-signed",
    title: "A signed URL to check",
    url: "http://test.libpx.com/images/3.jpg?width=300&height=220&signature=500ad73bdf2d9e77d6bb94f0ca1c72f9c1f495f8#image",
    secret: "LibPixel",
  },
  {
    id: "libpixel-slashless",
    title: "Signed as the page’s example shows",
    url: "https://yourdomain.libpx.com/?src=https://abcd.somewhere.com/images/header.png&width=200&signature=741474b4bb2d0a5cf664faea02b85c5083df7084",
    secret: "demo-auth-secret",
    mistakes: ["signed-without-leading-slash"],
  },
  {
    id: "libpixel-newline",
    title: "A line break in the secret",
    url: "https://acme-shop.libpx.com/products/hero.jpg?width=1200&quality=80&signature=c599a5930b657430c290382cad409f8a9642b913",
    secret: "demo-auth-secret",
    mistakes: ["secret-with-newline"],
  },
  {
    id: "libpixel-two-mistakes",
    title: "Two mistakes at once",
    url: "https://acme-shop.libpx.com/?src=https%3A%2F%2Fassets.acme.test%2Fhero.jpg&width=1200&signature=f6691c0cab159f6a6377eedf86cee703ec95b4aa",
    secret: "demo-auth-secret",
    mistakes: ["secret-with-newline", "signed-without-leading-slash"],
  },
  {
    id: "libpixel-utm",
    title: "Tracking added after signing",
    url: "https://acme-shop.libpx.com/products/hero.jpg?width=1200&utm_source=newsletter&signature=f5b8433f4eae197bba787667f2f44c58278a6076",
    secret: "demo-auth-secret",
    mistakes: ["parameter-added-after-signing"],
  },
  {
    id: "libpixel-html",
    title: "Copied from HTML source",
    url: "https://acme-shop.libpx.com/products/hero.jpg?width=1200&amp;quality=80&amp;signature=cea0903be5fe1a0346e4be4c71e6a32a29c63f21",
    secret: "demo-auth-secret",
    mistakes: ["url-html-escaped"],
  },
  {
    id: "libpixel-apostrophe",
    title: "An apostrophe that the browser escaped",
    url: "https://acme-shop.libpx.com/?src=https%3A%2F%2Fassets.acme.test%2Fo%27neill.jpg&width=600&signature=e083995195435e2dd77824becf589e0d38eadef1",
    secret: "demo-auth-secret",
    mistakes: ["escaped-by-browser"],
  },
  {
    id: "libpixel-sha256",
    title: "SHA-256 for SHA-1",
    url: "https://acme-shop.libpx.com/products/hero.jpg?width=1200&signature=03059f079c68d0c318cae731f47ac27a8ea39997c24beb649b6477f9b875b44a",
    secret: "demo-auth-secret",
    mistakes: ["wrong-hash"],
  },
];
