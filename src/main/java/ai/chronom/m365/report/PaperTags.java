package ai.chronom.m365.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF says to assistive technology: its title and language, and which mark on which page is
 * a heading, a paragraph, a cell or a figure (PDF 1.7, 14.7 and 14.8).
 */
final class PaperTags {
  private static final String LANGUAGE = "en-US";

  private final PDDocument document;
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final Deque<PDStructureElement> open = new ArrayDeque<>();
  private final Map<Integer, List<PDStructureElement>> marks = new TreeMap<>();
  private @Nullable PDPage page;
  private int pages;

  PaperTags(PDDocument document, String title) throws IOException {
    this.document = document;
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage(LANGUAGE);
    PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
    shown.setDisplayDocTitle(true);
    catalog.setViewerPreferences(shown);
    PDMarkInfo info = new PDMarkInfo();
    info.setMarked(true);
    catalog.setMarkInfo(info);
    catalog.setStructureTreeRoot(root);
    catalog.setMetadata(metadata(title));
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setCreator("Chronom for Microsoft 365");
    PDStructureElement whole = new PDStructureElement("Document", root);
    root.appendKid(whole);
    open.push(whole);
  }

  private PDMetadata metadata(String title) throws IOException {
    String escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    String xmp =
        """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
        <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language><pdfuaid:part>1</pdfuaid:part>
        </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
        """
            .formatted(escaped, LANGUAGE);
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
    return metadata;
  }

  void begin(PDPage fresh) {
    page = fresh;
    fresh.setStructParents(pages);
    fresh.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    marks.put(pages, new ArrayList<>());
    pages++;
  }

  /** An element that holds others until it is shut. */
  void open(String kind) {
    PDStructureElement element = element(kind);
    open.push(element);
  }

  void shut() {
    open.pop();
  }

  private PDStructureElement element(String kind) {
    PDStructureElement element = new PDStructureElement(kind, open.element());
    element.setPage(page);
    open.element().appendKid(element);
    return element;
  }

  /** An element with one mark on the page. */
  PDPropertyList leaf(String kind) {
    PDStructureElement element = element(kind);
    if (kind.equals("TH")) {
      PDTableAttributeObject scope = new PDTableAttributeObject();
      scope.setScope(PDTableAttributeObject.SCOPE_COLUMN);
      element.addAttribute(scope);
    }
    return mark(element);
  }

  /** A figure, and what it says in words. */
  PDPropertyList figure(String inWords) {
    PDStructureElement element = element("Figure");
    element.setAlternateDescription(inWords);
    return mark(element);
  }

  private PDPropertyList mark(PDStructureElement element) {
    List<PDStructureElement> onPage = marks.getOrDefault(pages - 1, new ArrayList<>());
    int id = onPage.size();
    onPage.add(element);
    element.appendKid(id);
    COSDictionary properties = new COSDictionary();
    properties.setInt(COSName.MCID, id);
    return PDPropertyList.create(properties);
  }

  /** Writes down which mark belongs to which element. */
  void end() {
    Map<Integer, PDParentTreeValue> parents = new TreeMap<>();
    marks.forEach(
        (number, elements) -> {
          COSArray ofPage = new COSArray();
          elements.forEach(element -> ofPage.add((COSBase) element.getCOSObject()));
          parents.put(number, new PDParentTreeValue(ofPage));
        });
    PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(parents);
    root.setParentTree(tree);
    root.setParentTreeNextKey(pages);
  }
}
