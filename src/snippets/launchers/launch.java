import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** Compiles each program by itself, and runs each test, without a start of Java for each: Launch FILE FOLDER... */
class Launch {
  public static void main(String[] args) throws Exception {
    for (int at = 1; at < args.length; at++) {
      var folder = Path.of(args[at]);
      try (var printed = writer(folder, "printed"); var said = writer(folder, "said")) {
        int status = compile(folder, args[0], printed, said);
        if (status == 0 && args[0].endsWith("Test.java")) status = test(folder, args[0], printed, said);
        Files.writeString(folder.resolve("status"), String.valueOf(status));
      }
    }
  }

  static PrintWriter writer(Path folder, String name) throws Exception {
    return new PrintWriter(Files.newBufferedWriter(folder.resolve(name)));
  }

  static int compile(Path folder, String file, PrintWriter printed, PrintWriter said) {
    var javac = ToolProvider.findFirst("javac").orElseThrow();
    var path = System.getProperty("java.class.path");
    return javac.run(printed, said, "-proc:none", "-cp", path, "-d", folder.toString(), folder.resolve(file).toString());
  }

  /** By its name, so that programs are compiled where there is no JUnit. */
  static int test(Path folder, String file, PrintWriter printed, PrintWriter said) throws Exception {
    String[] options = {"-cp", folder.toString(), "-c", file.replace(".java", "")};
    var launcher = Class.forName("org.junit.platform.console.ConsoleLauncher");
    var result = launcher.getMethod("execute", PrintWriter.class, PrintWriter.class, String[].class)
        .invoke(null, printed, said, options);
    return (int) result.getClass().getMethod("getExitCode").invoke(result);
  }
}
