import { quoted } from "./grammar";
import type { Language } from "./language";
import { escapeLiteral, utf16Escape } from "./literal";
import { needsUtf8, type SnippetPlan, spellUrl } from "./plan";

/** C# for .NET, .NET Framework and Mono, whose compiler fails on some interpolated strings. */
export const csharp: Language = {
  id: "csharp",
  label: "C#",
  fileName: "Program.cs",
  write,
  grammar: {
    comment: /\/\/.*/,
    string: quoted('"'),
    keywords: "class new static using var void",
  },
};

function quote(text: string): string {
  return `"${escapeLiteral(text, /["\\]/g, utf16Escape)}"`;
}

function write(plan: SnippetPlan): string {
  const url = spellUrl(plan, { text: quote, signingString: "signingString", signature: "signature" });
  const encoding = needsUtf8(plan) ? "        Console.OutputEncoding = new UTF8Encoding(false);\n" : "";
  return `using System;
using System.Security.Cryptography;
using System.Text;

class Program
{
    static void Main()
    {
${encoding}        var secret = Environment.GetEnvironmentVariable("${plan.secretVariable}");
        var signingString = ${quote(plan.signingString)};

        using (var hmac = new HMAC${plan.algorithm.toUpperCase()}(Encoding.UTF8.GetBytes(secret)))
        {
            var hash = hmac.ComputeHash(Encoding.UTF8.GetBytes(signingString));
            var signature = BitConverter.ToString(hash).Replace("-", "").ToLowerInvariant();
            Console.WriteLine(${url.join(" + ")});
        }
    }
}
`;
}
