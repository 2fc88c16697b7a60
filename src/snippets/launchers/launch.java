import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles each program by itself and runs each test, without a start of Java for each: launch.java ITSELF FILE.java FOLDER...
 * It leaves itself compiled here, and so runs what it has compiled: Launch CLASS FOLDER...
 */
class Launch {
  public static void main(String[] args) throws Exception {
    boolean isSource = args[0].endsWith(".java");
    if (isSource) compile(Path.of(""), args[0], new PrintWriter(System.err));
    var file = args[isSource ? 1 : 0];
    for (int at = isSource ? 2 : 1; at < args.length; at++) {
      var folder = Path.of(args[at]);
      // What was said of a program that does not compile stays.
      if (!isSource && !Files.readString(folder.resolve("status")).equals("0")) continue;
      try (var printed = writer(folder, "printed"); var said = writer(folder, "said")) {
        int status = isSource ? compile(folder, file, said) : run(folder, file, printed, said);
        if (status == 0 && file.endsWith("Test.java")) status = test(folder, file, printed, said);
        Files.writeString(folder.resolve("status"), String.valueOf(status));
      }
    }
  }

  static PrintWriter writer(Path folder, String name) throws Exception {
    return new PrintWriter(Files.newBufferedWriter(folder.resolve(name)));
  }

  static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  /** It keeps what it has read of Java's own classes. */
  static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

  static int compile(Path folder, String file, PrintWriter said) throws Exception {
    FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
    var sources = FILES.getJavaFileObjects(folder.resolve(file));
    return COMPILER.getTask(said, FILES, null, List.of("-proc:none"), null, sources).call() ? 0 : 1;
  }

  /** By its name, so that programs are compiled where there is no JUnit. */
  static int test(Path folder, String file, PrintWriter printed, PrintWriter said) throws Exception {
    String[] options = {"-cp", folder.toString(), "-c", file.replace(".java", "")};
    var launcher = Class.forName("org.junit.platform.console.ConsoleLauncher");
    var result = launcher.getMethod("execute", PrintWriter.class, PrintWriter.class, String[].class)
        .invoke(null, printed, said, options);
    return (int) result.getClass().getMethod("getExitCode").invoke(result);
  }

  /** What it prints are bytes, as they would be in a process of its own. */
  static int run(Path folder, String name, PrintWriter printed, PrintWriter said) throws Exception {
    var bytes = new ByteArrayOutputStream();
    var out = System.out;
    System.setOut(new PrintStream(bytes, true, Charset.defaultCharset()));
    try (var classes = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      var main = classes.loadClass(name).getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) new String[0]);
      return 0;
    } catch (InvocationTargetException failed) {
      failed.getCause().printStackTrace(said);
      return 1;
    } finally {
      System.setOut(out);
      printed.print(bytes.toString(StandardCharsets.UTF_8));
    }
  }
}
