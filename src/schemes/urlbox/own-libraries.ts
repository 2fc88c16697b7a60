import type { OwnLibraries } from "../own-library";

const IN_QUERY = "It signs with SHA-1. It puts “format=” into the query as well, and signs it there.";

/** Read in the libraries' sources: github.com/urlbox/urlbox-node 2.2, -python 1.0, -ruby, -php 2.0 and -dotnet 2. */
export const ownLibraries: OwnLibraries = {
  node: {
    install: "npm install urlbox",
    code: `import Urlbox from "urlbox";

const urlbox = Urlbox(process.env.URLBOX_API_KEY, process.env.URLBOX_API_SECRET);
const options = { url: "https://example.com/", format: "png" };

console.log(urlbox.generateRenderLink(options));
`,
    remark: "From version 2 on it signs with SHA-256. Options that are false, empty or 0 are left out.",
  },
  python: {
    install: "pip install urlbox",
    code: `import os

from urlbox import UrlboxClient

client = UrlboxClient(api_key=os.environ["URLBOX_API_KEY"], api_secret=os.environ["URLBOX_API_SECRET"])

print(client.generate_url({"url": "https://example.com/", "format": "png"}))
`,
    remark: `${IN_QUERY} Before version 1.0.4 the call is get(options, to_string=True).`,
  },
  php: {
    install: "composer require urlbox/screenshots",
    code: `<?php

require "vendor/autoload.php";

use Urlbox\\Screenshots\\Urlbox;

$urlbox = Urlbox::fromCredentials(getenv("URLBOX_API_KEY"), getenv("URLBOX_API_SECRET"), null);

echo $urlbox->generateSignedUrl(["url" => "https://example.com/", "format" => "png"]), "\\n";
`,
    remark: "It signs with SHA-1. The third argument is the secret of webhooks, which signs no URL.",
  },
  ruby: {
    install: "gem install urlbox",
    code: `require "urlbox/client"

client = Urlbox::Client.new(api_key: ENV.fetch("URLBOX_API_KEY"), api_secret: ENV.fetch("URLBOX_API_SECRET"))

puts client.generate_url({ url: "https://example.com/", format: "png" })
`,
    remark: IN_QUERY,
  },
  csharp: {
    install: "dotnet add package urlbox.sdk.dotnet",
    code: `using UrlboxSDK;

var urlbox = Urlbox.FromCredentials(
    Environment.GetEnvironmentVariable("URLBOX_API_KEY")!,
    Environment.GetEnvironmentVariable("URLBOX_API_SECRET")!,
    webhookSecret: null);
var options = Urlbox.Options(url: "https://example.com/").Build();

Console.WriteLine(urlbox.GenerateRenderLink(options));
`,
    remark: "It signs with SHA-1, and sorts the options by their names.",
  },
};
