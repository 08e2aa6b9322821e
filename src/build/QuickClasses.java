import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Part of the build: gives class files the form in which they start quickly. What they do stays as it
 * is.
 *
 * <ul>
 *   <li>The classes of a library that was compiled for Java 5 become class files of today, since a
 *       class-data archive takes none older than version 50.
 *   <li>Lambdas, references to methods, and what records have for nothing are linked when they are
 *       first met, which takes half of a short run, archive or not. Each becomes a class, or a
 *       method, as a compiler before Java 8 would have made it.
 * </ul>
 *
 * <p>Arguments: the folder of our classes, the jar of the library, the folder in it.
 */
final class QuickClasses {

  /** Stands in the names of the classes that are made here. */
  private static final String MADE = "$$Lambda";

  private final Path classes;

  /** The classes made, by the one that is host of the nest that they belong to. */
  private final Map<String, List<String>> made = new HashMap<>();

  private QuickClasses(Path classes) {
    this.classes = classes;
  }

  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[0]);
    renew(args[1], args[2], classes);
    new QuickClasses(classes).unroll();
  }

  /** Writes the library's classes as class files of today. */
  private static void renew(String library, String folder, Path classes) throws IOException {
    try (var jar = new JarFile(library)) {
      for (var entry : jar.stream().filter(e -> e.getName().startsWith(folder)).toList()) {
        Path file = classes.resolve(entry.getName());
        if (entry.getName().endsWith(".class") && !Files.exists(file)) {
          Files.createDirectories(file.getParent());
          Files.write(file, renewed(jar.getInputStream(entry).readAllBytes()));
        }
      }
    }
  }

  private static byte[] renewed(byte[] old) {
    var writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected ClassLoader getClassLoader() {
            // The library itself stands on the class path of this program.
            return QuickClasses.class.getClassLoader();
          }
        };
    new ClassReader(old)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public void visit(
                  int version, int access, String name, String sign, String parent, String[] of) {
                super.visit(Opcodes.V17, access, name, sign, parent, of);
              }
            },
            ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  /** Goes over all classes, twice: a host of a nest has to name the members that the first made. */
  private void unroll() throws IOException {
    List<Path> files;
    try (var walk = Files.walk(classes)) {
      files = walk.filter(f -> f.toString().endsWith(".class")).sorted().toList();
    }
    for (Path file : files) {
      if (file.toString().contains(MADE) && !isOf(file)) {
        Files.delete(file);
      }
    }
    for (Path file : files) {
      if (!file.toString().contains(MADE)) {
        unroll(file);
      }
    }
    for (var nest : made.entrySet()) {
      Path host = classes.resolve(nest.getKey() + ".class");
      var reader = new ClassReader(Files.readAllBytes(host));
      var writer = new ClassWriter(0);
      reader.accept(
          new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visitEnd() {
              nest.getValue().forEach(this::visitNestMember);
              super.visitEnd();
            }
          },
          0);
      Files.write(host, writer.toByteArray());
    }
  }

  /** Whether one that was made before belongs to a class that was not compiled since. */
  private static boolean isOf(Path file) throws IOException {
    String name = file.toString();
    Path outer = Path.of(name.substring(0, name.indexOf(MADE)) + ".class");
    return Files.exists(outer) && !hasIndy(Files.readAllBytes(outer));
  }

  private static boolean hasIndy(byte[] content) {
    var found = new boolean[1];
    new ClassReader(content)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(int a, String n, String d, String s, String[] e) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitInvokeDynamicInsn(
                      String name, String type, Handle bootstrap, Object... more) {
                    found[0] |= isLambda(bootstrap) || isRecord(bootstrap);
                  }
                };
              }
            },
            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found[0];
  }

  private static boolean isLambda(Handle bootstrap) {
    return bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && bootstrap.getName().equals("metafactory");
  }

  private static boolean isRecord(Handle bootstrap) {
    return bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods");
  }

  private void unroll(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    if (hasIndy(content)) {
      var reader = new ClassReader(content);
      var writer = new ClassWriter(0);
      var unrolled = new Unrolled(writer);
      reader.accept(unrolled, 0);
      Files.write(file, writer.toByteArray());
      for (var each : unrolled.lambdas.entrySet()) {
        Files.write(classes.resolve(each.getKey() + ".class"), each.getValue());
      }
      made.computeIfAbsent(unrolled.host, host -> new ArrayList<>())
          .addAll(unrolled.lambdas.keySet());
    }
  }

  /** One class, with plain calls where it was linked at run time. */
  private static final class Unrolled extends ClassVisitor {

    /** By their names, as they are met. */
    final Map<String, byte[]> lambdas = new java.util.LinkedHashMap<>();

    String host;
    private String name;
    private boolean isInterface;

    Unrolled(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version, int access, String name, String sign, String parent, String[] of) {
      this.name = name;
      this.host = name;
      this.isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
      super.visit(version, access, name, sign, parent, of);
    }

    @Override
    public void visitNestHost(String host) {
      this.host = host;
      super.visitNestHost(host);
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String type, String s, String[] e) {
      return new MethodVisitor(
          Opcodes.ASM9, super.visitMethod(access, named(method), type, s, e)) {
        @Override
        public void visitInvokeDynamicInsn(
            String name, String type, Handle bootstrap, Object... more) {
          if (isLambda(bootstrap)) {
            String of = Unrolled.this.name + MADE + (lambdas.size() + 1);
            lambdas.put(of, lambda(of, host, name, type, more));
            super.visitMethodInsn(Opcodes.INVOKESTATIC, of, "of", type, false);
          } else if (isRecord(bootstrap)) {
            recordMethod(name, type, more);
            super.visitMethodInsn(
                Opcodes.INVOKESTATIC, Unrolled.this.name, "$" + name, type, isInterface);
          } else {
            // One that says more of itself than that it is a lambda; there are few.
            super.visitInvokeDynamicInsn(
                name,
                type,
                bootstrap,
                Arrays.stream(more).map(m -> m instanceof Handle of ? named(of) : m).toArray());
          }
        }
      };
    }

    /** Writes a method of a record as {@code java.lang.runtime.ObjectMethods} would do it. */
    private void recordMethod(String method, String type, Object[] more) {
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
      MethodVisitor code = cv.visitMethod(access, "$" + method, type, null, null);
      String names = (String) more[1];
      List<Handle> fields =
          Arrays.stream(more, 2, more.length).map(each -> (Handle) each).toList();
      code.visitCode();
      switch (method) {
        case "equals" -> equals(code, fields);
        case "hashCode" -> hashCode(code, fields);
        case "toString" -> toString(code, names.isEmpty() ? new String[0] : names.split(";"), fields);
        default -> throw new IllegalStateException(method);
      }
      code.visitMaxs(6, 3);
      code.visitEnd();
    }

    private void equals(MethodVisitor code, List<Handle> fields) {
      var other = new Label();
      var alike = new Label();
      var differs = new Label();
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitJumpInsn(Opcodes.IF_ACMPNE, other);
      code.visitInsn(Opcodes.ICONST_1);
      code.visitInsn(Opcodes.IRETURN);
      code.visitLabel(other);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitTypeInsn(Opcodes.INSTANCEOF, name);
      code.visitJumpInsn(Opcodes.IFNE, alike);
      code.visitInsn(Opcodes.ICONST_0);
      code.visitInsn(Opcodes.IRETURN);
      code.visitLabel(alike);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitTypeInsn(Opcodes.CHECKCAST, name);
      code.visitVarInsn(Opcodes.ASTORE, 2);
      for (var field : fields) {
        for (int side : new int[] {0, 2}) {
          code.visitVarInsn(Opcodes.ALOAD, side);
          code.visitFieldInsn(Opcodes.GETFIELD, name, field.getName(), field.getDesc());
        }
        switch (field.getDesc().charAt(0)) {
          case 'Z', 'B', 'C', 'S', 'I' -> code.visitJumpInsn(Opcodes.IF_ICMPNE, differs);
          case 'J', 'F', 'D' -> {
            String box = box(Type.getType(field.getDesc()));
            String of = "(" + field.getDesc() + field.getDesc() + ")I";
            code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "compare", of, false);
            code.visitJumpInsn(Opcodes.IFNE, differs);
          }
          default -> {
            code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "java/util/Objects",
                "equals",
                "(Ljava/lang/Object;Ljava/lang/Object;)Z",
                false);
            code.visitJumpInsn(Opcodes.IFEQ, differs);
          }
        }
      }
      code.visitInsn(Opcodes.ICONST_1);
      code.visitInsn(Opcodes.IRETURN);
      if (!fields.isEmpty()) {
        code.visitLabel(differs);
        code.visitFrame(Opcodes.F_APPEND, 1, new Object[] {name}, 0, null);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
      }
    }

    private void hashCode(MethodVisitor code, List<Handle> fields) {
      code.visitInsn(Opcodes.ICONST_0);
      for (var field : fields) {
        code.visitIntInsn(Opcodes.BIPUSH, 31);
        code.visitInsn(Opcodes.IMUL);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, name, field.getName(), field.getDesc());
        Type type = Type.getType(field.getDesc());
        boolean object = type.getSort() >= Type.ARRAY;
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            object ? "java/util/Objects" : box(type),
            "hashCode",
            "(" + (object ? "Ljava/lang/Object;" : field.getDesc()) + ")I",
            false);
        code.visitInsn(Opcodes.IADD);
      }
      code.visitInsn(Opcodes.IRETURN);
    }

    private void toString(MethodVisitor code, String[] names, List<Handle> fields) {
      String builder = "java/lang/StringBuilder";
      String simple = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1);
      code.visitTypeInsn(Opcodes.NEW, builder);
      code.visitInsn(Opcodes.DUP);
      code.visitMethodInsn(Opcodes.INVOKESPECIAL, builder, "<init>", "()V", false);
      for (int i = 0; i <= fields.size(); i++) {
        String before =
            i == fields.size()
                ? (i == 0 ? simple + "[]" : "]")
                : (i == 0 ? simple + "[" : ", ") + names[i] + "=";
        code.visitLdcInsn(before);
        append(code, "Ljava/lang/String;");
        if (i < fields.size()) {
          Type type = Type.getType(fields.get(i).getDesc());
          code.visitVarInsn(Opcodes.ALOAD, 0);
          code.visitFieldInsn(Opcodes.GETFIELD, name, fields.get(i).getName(), type.getDescriptor());
          append(
              code,
              switch (type.getSort()) {
                case Type.BYTE, Type.SHORT -> "I";
                case Type.ARRAY, Type.OBJECT -> "Ljava/lang/Object;";
                default -> type.getDescriptor();
              });
        }
      }
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL, builder, "toString", "()Ljava/lang/String;", false);
      code.visitInsn(Opcodes.ARETURN);
    }

    private static void append(MethodVisitor code, String type) {
      String builder = "java/lang/StringBuilder";
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL, builder, "append", "(" + type + ")L" + builder + ";", false);
    }
  }

  /** The body of a lambda is a method as any other now, also for those who look at class files. */
  private static String named(String method) {
    return method.startsWith("lambda$") ? "body$" + method.substring("lambda$".length()) : method;
  }

  private static Handle named(Handle method) {
    return new Handle(
        method.getTag(),
        method.getOwner(),
        named(method.getName()),
        method.getDesc(),
        method.isInterface());
  }

  /**
   * Makes the class of one lambda, or of one reference to a method.
   *
   * @param method the one method of the interface
   * @param type what it holds, and the interface
   * @param more its type in the interface, what it calls, and its type here
   */
  private static byte[] lambda(
      String name, String host, String method, String type, Object[] more) {
    Type inInterface = (Type) more[0];
    Handle target = named((Handle) more[1]);
    Type here = (Type) more[2];
    Type[] held = Type.getArgumentTypes(type);
    var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String of = Type.getReturnType(type).getInternalName();
    int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    writer.visit(Opcodes.V17, access, name, null, "java/lang/Object", new String[] {of});
    writer.visitNestHost(host);
    String constructor = Type.getMethodDescriptor(Type.VOID_TYPE, held);
    for (int i = 0; i < held.length; i++) {
      int field = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
      writer.visitField(field, "a" + i, held[i].getDescriptor(), null, null);
    }
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", constructor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    int at = 1;
    for (int i = 0; i < held.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(held[i].getOpcode(Opcodes.ILOAD), at);
      code.visitFieldInsn(Opcodes.PUTFIELD, name, "a" + i, held[i].getDescriptor());
      at += held[i].getSize();
    }
    end(code, Opcodes.RETURN);

    if (held.length == 0) {
      // One that holds nothing is made once.
      int field = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
      writer.visitField(field, "ONE", "L" + name + ";", null, null);
      code = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
      code.visitCode();
      code.visitTypeInsn(Opcodes.NEW, name);
      code.visitInsn(Opcodes.DUP);
      code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", "()V", false);
      code.visitFieldInsn(Opcodes.PUTSTATIC, name, "ONE", "L" + name + ";");
      end(code, Opcodes.RETURN);
    }
    code = writer.visitMethod(Opcodes.ACC_STATIC, "of", type, null, null);
    code.visitCode();
    if (held.length == 0) {
      code.visitFieldInsn(Opcodes.GETSTATIC, name, "ONE", "L" + name + ";");
    } else {
      code.visitTypeInsn(Opcodes.NEW, name);
      code.visitInsn(Opcodes.DUP);
      at = 0;
      for (Type each : held) {
        code.visitVarInsn(each.getOpcode(Opcodes.ILOAD), at);
        at += each.getSize();
      }
      code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructor, false);
    }
    end(code, Opcodes.ARETURN);

    int open = Opcodes.ACC_PUBLIC;
    code = writer.visitMethod(open, method, inInterface.getDescriptor(), null, null);
    code.visitCode();
    call(code, name, held, inInterface, here, target);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void call(
      MethodVisitor code, String name, Type[] held, Type inInterface, Type here, Handle target) {
    boolean makes = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    boolean isStatic = target.getTag() == Opcodes.H_INVOKESTATIC;
    var takes = new ArrayList<>(List.of(Type.getArgumentTypes(target.getDesc())));
    Type owner = Type.getObjectType(target.getOwner());
    if (makes) {
      code.visitTypeInsn(Opcodes.NEW, target.getOwner());
      code.visitInsn(Opcodes.DUP);
    } else if (!isStatic) {
      takes.add(0, owner);
    }
    for (int i = 0; i < held.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, name, "a" + i, held[i].getDescriptor());
      adapt(code, held[i], takes.get(i));
    }
    Type[] given = inInterface.getArgumentTypes();
    int at = 1;
    for (int i = 0; i < given.length; i++) {
      code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), at);
      at += given[i].getSize();
      adapt(code, given[i], here.getArgumentTypes()[i]);
      adapt(code, here.getArgumentTypes()[i], takes.get(held.length + i));
    }
    int operation =
        switch (target.getTag()) {
          case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
          case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
          case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
          // A private one: whoever is of the nest may call it as any other.
          case Opcodes.H_INVOKESPECIAL ->
              target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
          default -> Opcodes.INVOKEVIRTUAL;
        };
    code.visitMethodInsn(
        operation, target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
    Type result = makes ? owner : Type.getReturnType(target.getDesc());
    Type wanted = inInterface.getReturnType();
    if (wanted.getSort() == Type.VOID) {
      if (result.getSort() != Type.VOID) {
        code.visitInsn(result.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
      }
    } else {
      adapt(code, result, wanted);
    }
    end(code, wanted.getOpcode(Opcodes.IRETURN));
  }

  private static void end(MethodVisitor code, int operation) {
    code.visitInsn(operation);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** Makes one type of another, as {@code LambdaMetafactory} allows it. */
  private static void adapt(MethodVisitor code, Type from, Type to) {
    boolean object = from.getSort() >= Type.ARRAY;
    boolean wanted = to.getSort() >= Type.ARRAY;
    if (from.equals(to)) {
      return;
    }
    if (object && wanted) {
      if (!to.getInternalName().equals("java/lang/Object")) {
        code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
      }
    } else if (wanted) {
      String box = box(from);
      String of = "(" + from.getDescriptor() + ")L" + box + ";";
      code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", of, false);
    } else if (object) {
      Type inside = unboxed(from);
      if (inside == null) {
        inside = to;
        code.visitTypeInsn(Opcodes.CHECKCAST, box(to));
      }
      String of = "()" + inside.getDescriptor();
      String value = inside.getClassName() + "Value";
      code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box(inside), value, of, false);
      adapt(code, inside, to);
    } else {
      widen(code, from, to);
    }
  }

  private static void widen(MethodVisitor code, Type from, Type to) {
    switch (from.getDescriptor() + to.getDescriptor()) {
      case "IJ", "SJ", "BJ", "CJ" -> code.visitInsn(Opcodes.I2L);
      case "IF", "SF", "BF", "CF" -> code.visitInsn(Opcodes.I2F);
      case "ID", "SD", "BD", "CD" -> code.visitInsn(Opcodes.I2D);
      case "JF" -> code.visitInsn(Opcodes.L2F);
      case "JD" -> code.visitInsn(Opcodes.L2D);
      case "FD" -> code.visitInsn(Opcodes.F2D);
      case "SI", "BI", "CI", "BS" -> {}
      default -> throw new IllegalStateException(from + " to " + to);
    }
  }

  private static String box(Type of) {
    return switch (of.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.CHAR -> "java/lang/Character";
      case Type.BYTE -> "java/lang/Byte";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      case Type.DOUBLE -> "java/lang/Double";
      default -> throw new IllegalStateException(of.toString());
    };
  }

  private static Type unboxed(Type of) {
    return switch (of.getInternalName()) {
      case "java/lang/Boolean" -> Type.BOOLEAN_TYPE;
      case "java/lang/Character" -> Type.CHAR_TYPE;
      case "java/lang/Byte" -> Type.BYTE_TYPE;
      case "java/lang/Short" -> Type.SHORT_TYPE;
      case "java/lang/Integer" -> Type.INT_TYPE;
      case "java/lang/Long" -> Type.LONG_TYPE;
      case "java/lang/Float" -> Type.FLOAT_TYPE;
      case "java/lang/Double" -> Type.DOUBLE_TYPE;
      default -> null;
    };
  }
}
