using System;
using System.IO;
using System.Linq;
using System.Reflection;

/// <summary>Compiles each program by itself, without a start of the compiler for each: Launch FILE OPTIONS FOLDER...</summary>
class Launch
{
    static void Main(string[] args)
    {
        var mono = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var compile = Assembly.LoadFrom(Path.Combine(mono, "mcs.exe"))
            .GetType("Mono.CSharp.CompilerCallableEntryPoint").GetMethod("InvokeCompiler");
        foreach (var folder in args.Skip(2))
        {
            var options = args[1].Split(' ').Concat(new[] { Path.Combine(folder, args[0]) }).ToArray();
            using (var said = new StreamWriter(Path.Combine(folder, "said")))
            {
                var isDone = (bool)compile.Invoke(null, new object[] { options, said });
                File.WriteAllText(Path.Combine(folder, "status"), isDone ? "0" : "1");
            }
        }
    }
}
