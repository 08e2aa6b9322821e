package dev.rollup.write.set;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

  @TempDir Path folder;

  /** Another process, which sees what this one really holds. */
  public static final class Other {

    private Other() {}

    /** Says whether a folder is held. */
    public static void main(String[] args) throws Exception {
      System.out.print(FolderLock.isHeld(Path.of(args[0])));
    }
  }

  @Test
  void who_looks_whether_a_folder_is_held_does_not_let_it_go() throws Exception {
    try (var lock = FolderLock.hold(folder).orElseThrow()) {
      assertThat(FolderLock.hold(folder)).isEmpty();
      assertThat(FolderLock.isHeld(folder)).isTrue();
      assertThat(lock.isOpen()).isTrue();
      assertThat(heldForOthers()).isEqualTo("true");
    }
    assertThat(FolderLock.isHeld(folder)).isFalse();
    assertThat(heldForOthers()).isEqualTo("false");
  }

  private String heldForOthers() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said;
  }
}
