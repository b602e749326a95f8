import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.importer.plugin.file.spreadsheet.process.SpreadsheetGeneralConfiguration.Mode;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.io.processor.plugin.MergeProcessor;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Imports files as Gephi does on File, Open, and prints what Gephi then has, a line of JSON for
 * each. A folder is that of nodes.csv and edges.csv.
 *
 * <p>Usage: java -Djava.awt.headless=true -cp gephi-toolkit-0.10.1-all.jar Import.java PATH...
 */
public class Import {
  public static void main(String[] paths) throws Exception {
    Logger.getLogger("").setLevel(Level.SEVERE);
    for (String path : paths) {
      System.out.println(report(new File(path)));
    }
    System.exit(0); // Gephi leaves threads behind
  }

  private static String report(File path) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    List<String> issues = new ArrayList<>();
    if (path.isDirectory()) {
      Container[] both = {
        table(importer, new File(path, "nodes.csv"), Mode.NODES_TABLE),
        table(importer, new File(path, "edges.csv"), Mode.EDGES_TABLE),
      };
      collect(issues, both[0].getReport());
      collect(issues, both[1].getReport());
      Processor processor = new MergeProcessor();
      importer.process(both, processor, workspace);
      collect(issues, processor.getReport());
    } else {
      Container container = importer.importFile(path);
      collect(issues, container.getReport()); // which processing empties
      Processor processor = new DefaultProcessor();
      importer.process(container, processor, workspace);
      collect(issues, processor.getReport());
    }
    String seen = describe(Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace), issues);
    projects.closeCurrentProject();
    return seen;
  }

  private static Container table(ImportController importer, File file, Mode mode) throws Exception {
    ImporterSpreadsheetCSV csv = new ImporterSpreadsheetCSV();
    csv.setFile(file);
    csv.refreshAutoDetections();
    csv.setMode(mode);
    return importer.importFile(file, csv);
  }

  /** Keeps what Gephi would warn of. */
  private static void collect(List<String> issues, Report report) {
    if (report == null) {
      return;
    }
    for (Issue issue : report.getIssuesList(1000)) {
      if (issue.getLevel() != Issue.Level.INFO) {
        issues.add(string(issue.getLevel() + ": " + issue.getMessage()));
      }
    }
  }

  private static String describe(GraphModel model, List<String> issues) {
    Graph graph = model.getGraph();
    StringJoiner nodes = new StringJoiner(",", "[", "]");
    for (Node node : graph.getNodes()) {
      nodes.add("{" + attributes(node) + "}");
    }
    StringJoiner edges = new StringJoiner(",", "[", "]");
    for (Edge edge : graph.getEdges()) {
      edges.add("{\"source\":" + string(edge.getSource().getId()) + ",\"target\":" + string(edge.getTarget().getId())
          + ",\"type\":" + string(edge.getTypeLabel()) + ",\"directed\":" + edge.isDirected()
          + "," + attributes(edge) + "}");
    }
    return "{\"issues\":[" + String.join(",", issues) + "],\"directed\":" + model.isDirected()
        + ",\"dynamic\":" + model.isDynamic() + ",\"from\":" + string(model.getTimeBounds().getLow())
        + ",\"to\":" + string(model.getTimeBounds().getHigh())
        + ",\"nodes\":" + nodes + ",\"edges\":" + edges + "}";
  }

  private static String attributes(Element element) {
    List<String> all = new ArrayList<>();
    for (Column column : element.getTable()) {
      Object value = element.getAttribute(column);
      if (value != null) {
        boolean bare = value instanceof Number || value instanceof Boolean;
        all.add(string(column.getTitle().toLowerCase()) + ":" + (bare ? value : string(value)));
      }
    }
    return String.join(",", all);
  }

  private static String string(Object value) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : String.valueOf(value).toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
