package io.jenkins.plugins.itgc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Whoever uses a class from elsewhere reads what it means without reading how it is done. */
class PublicDocumentationTest {
    @Test
    void everythingPublicSaysWhatItMeans() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> silent = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> sources = files.getJavaFileObjectsFromFiles(sources());
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Silent(docs, silent).scan(unit, null);
            }
        }
        assertThat(silent).isEmpty();
    }

    private static List<File> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SentencesOfBundles.repository().resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toFile)
                    .toList();
        }
    }

    /** Collects what is public or protected and has no comment of its own, nor one that it inherits. */
    private static final class Silent extends TreePathScanner<Void, Void> {
        private final DocTrees docs;
        private final List<String> silent;

        Silent(DocTrees docs, List<String> silent) {
            this.docs = docs;
            this.silent = silent;
        }

        @Override
        public Void visitClass(ClassTree tree, Void none) {
            look(tree.getModifiers(), tree.getSimpleName().toString());
            return super.visitClass(tree, null);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void none) {
            if (!isOfRecord(tree)) {
                look(tree.getModifiers(), tree.getName().toString());
            }
            return super.visitMethod(tree, null);
        }

        @Override
        public Void visitVariable(VariableTree tree, Void none) {
            boolean serial = tree.getName().contentEquals("serialVersionUID");
            if (!serial && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
                look(tree.getModifiers(), tree.getName().toString());
            }
            return super.visitVariable(tree, null);
        }

        /** The parameters of a record are explained where it is declared. */
        private boolean isOfRecord(MethodTree tree) {
            Tree owner = getCurrentPath().getParentPath().getLeaf();
            return tree.getReturnType() == null && owner.getKind() == Tree.Kind.RECORD;
        }

        private void look(ModifiersTree modifiers, String name) {
            Set<Modifier> flags = modifiers.getFlags();
            boolean seen = flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
            if (seen && !overrides(modifiers) && docs.getDocComment(getCurrentPath()) == null) {
                silent.add(getCurrentPath().getCompilationUnit().getSourceFile().getName() + " " + name);
            }
        }

        private static boolean overrides(ModifiersTree modifiers) {
            return modifiers.getAnnotations().stream()
                    .map(AnnotationTree::getAnnotationType)
                    .anyMatch(type -> type.toString().equals("Override"));
        }
    }
}
