import { express, ternaries } from "./expression";
import { quoted } from "./grammar";
import type { KnownAnswer, Language } from "./language";
import { escapeLiteral, utf16Escape } from "./literal";
import { ADVICE, camelName, needsUtf8, type SnippetPlan, spellUrl } from "./plan";

/** C# for .NET, .NET Framework and Mono, whose compiler fails on some interpolated strings. */
export const csharp: Language = {
  id: "csharp",
  label: "C#",
  function: { fileName: "Program.cs", write: writeFunction },
  script: { fileName: "Program.cs", write: writeScript },
  test: { fileName: "SignTests.cs", runner: "NUnit", command: "dotnet test", write: writeTest },
  grammar: {
    comment: /\/\/.*/,
    string: quoted('"'),
    keywords: "class if new public return static string throw using var void",
  },
};

function quote(text: string): string {
  return `"${escapeLiteral(text, /["\\]/g, utf16Escape)}"`;
}

export const operators = {
  quote,
  plus: " + ",
  ...ternaries(
    (part) => part,
    (name) => `${name} == ""`,
    '""',
  ),
};

/** The signature, then `use` of the `signature`. */
function signatureLines(plan: SnippetPlan, use: string): string {
  const { using, bytes } = plan.computation.csharp;
  return `        using (${using})
        {
            var hash = ${bytes};
            var signature = BitConverter.ToString(hash).Replace("-", "").ToLowerInvariant();
            ${use}
        }
`;
}

/** `$` would match before a line break at the end, `\z` does not. */
function functionOf(plan: SnippetPlan): string {
  const { rule } = plan;
  return `    // ${ADVICE[0]}
    // ${ADVICE[1]}
    static string S${camelName(plan).slice(1)}(string url, string secret)
    {
        var parts = Regex.Match(url, @"(?s)${rule.pattern.replace(/\$$/, "\\z")}");
        if (!parts.Success) throw new ArgumentException("url");
        string ${rule.parts.map((part, index) => `${part} = parts.Groups[${index + 1}].Value`).join(",\n            ")};
        var signingString = ${express(rule.signingString, operators)};

${signatureLines(plan, `return ${express(rule.signedUrl, operators)};`)}    }
`;
}

const USING = "using System;\nusing System.Security.Cryptography;\nusing System.Text;\n";

function main(plan: SnippetPlan, lines: string): string {
  const encoding = needsUtf8(plan) ? "        Console.OutputEncoding = new UTF8Encoding(false);\n" : "";
  return `    static void Main()
    {
${encoding}        var secret = Environment.GetEnvironmentVariable("${plan.secretVariable}");
${lines}    }
`;
}

function writeFunction(plan: SnippetPlan): string {
  const call = `S${camelName(plan).slice(1)}(${quote(plan.unsignedUrl)}, secret)`;
  return `${USING}using System.Text.RegularExpressions;

class Program
{
${functionOf(plan)}
${main(plan, `        Console.WriteLine(${call});\n`)}}
`;
}

function writeTest(plan: SnippetPlan, known: KnownAnswer): string {
  return `${USING}using System.Text.RegularExpressions;
using NUnit.Framework;

public class SignTests
{
${functionOf(plan)}
    [Test]
    public void SignsAsTheVendorDoes()
    {
        var signed = S${camelName(plan).slice(1)}(${quote(known.url)}, ${quote(known.secret)});
        Assert.That(signed, Is.EqualTo(${quote(known.signedUrl)}));
    }
}
`;
}

function writeScript(plan: SnippetPlan): string {
  const url = spellUrl(plan, { text: quote, signingString: "signingString", signature: "signature" });
  const lines = `        var signingString = ${quote(plan.signingString)};

${signatureLines(plan, `Console.WriteLine(${url.join(" + ")});`)}`;
  return `${USING}
class Program
{
${main(plan, lines)}}
`;
}
