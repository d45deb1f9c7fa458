<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>About</name>
    <message>
        <source>Bodymap {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows which muscles are known to send pain where it hurts, and leads through self-treatment. Free software under the MIT licence, made by the Bodymap contributors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures are made from the MakeHuman base mesh and its shapes, which their makers gave to the public domain (CC0). The window uses Qt, the geometry GEOS and NumPy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources of the atlas ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named from general knowledge; its text was not read for this atlas.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Access</name>
    <message>
        <source>marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} centimetres across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next mark: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, no longer marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No muscle in the atlas is known to cause this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First source: {}, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: {}. {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is marked any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One mark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bodymap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror the mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the same place on the other side of the body too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All views side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front, large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The back, large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The left side, large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right side, large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The soles, large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner legs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inner side of both legs, large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Woman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a woman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Man</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a man</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a muscle, a place, a symptom or a movement; the key / does it as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard to the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light, dark, or like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety questions …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at your answers and change them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your routine …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice and buttons …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this is and is not …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About and sources …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings as files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a drawing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the drawing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a picture …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save body map segments (CHOIR) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with an earlier drawing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spot: click where it hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush: paint where it hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasso: draw round where it hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region: click to mark a whole region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser: rub out what is too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move: drag a mark to where it belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Plus and Ctrl+Minus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back: the drag, the selection, the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ and −</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next region of the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter or Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the whole region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger, smaller mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[ and ], or Page down and up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weaker, stronger pain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closer, further away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One view large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 or Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back, skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has eased: go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much: make it gentler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large, for the floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound off or on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page up and down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Where it may come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best match first. The patterns come from published descriptions, and people differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the list surer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One routine for several of these …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours and signs mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Awake</name>
    <message>
        <source>A routine is running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BodyCanvas</name>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys go from region to region, Enter marks pain there, Tab goes to the marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint where it hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw round where it hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the region that hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is marked that could be rubbed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is marked that could be moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click where it hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best seen here: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BodyLegend</name>
    <message>
        <source>How strong: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BothSides</name>
    <message>
        <source>That is the left side; the right one explains {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is the right side; the left one explains {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same muscle on the right reaches across the middle: it explains {} of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same muscle on the left reaches across the middle: it explains {} of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ButtonChooser</name>
    <message>
        <source>Add a button …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any mouse button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The button of a headset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: take it off the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Catcher</name>
    <message>
        <source>Press it now (Esc: no)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CautionCard</name>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said yes when you were asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change your answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cautions</name>
    <message>
        <source>Get help now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See a doctor first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take care</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseUp</name>
    <message>
        <source>Close-up of the spot, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen from the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen from behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen from the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen from the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen from below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner side of the right leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner side of the left leg</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>It hurts in the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place may be the same: two drawings of the very same pain often differ as much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place has changed: two drawings of the very same pain share more as a rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skin that hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strong on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strong at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No skin is marked in both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of skin, {} % of all that is marked in either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Researchers call this share the Jaccard index: {:.2f} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the middle of what was marked then to the middle of what is marked now, in a straight line on a model body. “Outward” is away from the middle of the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardly: less than a centimetre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {} cm {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cm²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:.1f} of 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of 10</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Then and now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both drawings over each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas are those of a model body. Nobody draws the same pain twice alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the drawings are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmBox</name>
    <message>
        <source>Make the list surer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer what you can: the list sorts itself anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feel there; its page says how. Is it tender? Is it your pain?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show where to press: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you said; press to take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the window (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause and go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>What it feels like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What makes it worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sets it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What keeps it going</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it holds back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Habits that help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the sources disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which muscles go with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page of this muscle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this one can set it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can set this one off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this one can overload it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can overload this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>often sore together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else it might be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it differs:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to expect from treating it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} to {} times a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} times a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avoid:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>Body map segments, female map (*.txt *.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body map segments, male map (*.txt *.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shaded picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line picture that can be enlarged (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the female map (*.txt *.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the male map (*.txt *.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open a drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” is open. Undo brings back what was there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the earlier drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the body map segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pain-drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The atlas is still being opened. Please try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>A small, tender spot in a tight band of muscle. Pressing it can bring on the pain you know, often somewhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain that is felt in one place although it comes from another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area of skin where a trigger point usually makes itself felt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where nearly everybody with this trigger point feels the pain. Drawn solid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the pain spreads in some people, when it is strong. Drawn as dots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady pressure on one tender spot until the tenderness eases. The skin pales while you press.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A very slow stroke with steady pressure along the fibres of a muscle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push gently against a hold for some seconds, let go, then let the muscle lengthen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trigger point that appears because another one keeps sending pain or strain there. It tends to return until the first one is treated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that keeps a trigger point going: a posture, a habit, a shoe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A strand inside a muscle that feels like a tight cord under the finger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other conditions that can hurt in the same place and should be kept in mind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number from 0 (nothing) to 10 (the worst you can imagine).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upper rim of the hip bone, where your hands rest when you put them on your hips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bony knob you feel at the side of your hip, at the top of the thigh bone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flat triangular bone at the base of the spine, between the buttocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain along the leg from an irritated nerve, often with tingling or numbness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bending the foot up, toes toward the shin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving a limb away from the middle of the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving a limb toward, or across, the middle of the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer to the trunk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further from the trunk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A nerve that is squeezed on its way, which can make skin tingle or go numb.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With any of these, treat nothing and get help now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See a doctor first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With any of these, somebody should look at it before you do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With any of these, some steps are left out or done more gently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandsFree</name>
    <message>
        <source>Mouse click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse button {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>During a routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Where you say it hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a muscle usually sends pain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it sometimes sends pain too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the muscle can be pressed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkEditor</name>
    <message>
        <source>Mark the other side too: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this mark: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does it feel like?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When does it hurt?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: no pain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10: the worst I can imagine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strong, from 0 to 10</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkLegend</name>
    <message>
        <source>How strong the pain is, 0 to 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it feels like</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkWords</name>
    <message>
        <source>under {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cm², {} % of the skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of 10</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarksTray</name>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: describe the pain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}. How strong is the pain, what does it feel like?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Something went wrong inside Bodymap ({}). What you entered is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MusclePage</name>
    <message>
        <source>Back (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (also called {})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>A note, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room for {} more characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Before you begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this is and is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bodymap shows which muscles are described as sending pain to the place you mark, and leads you through gentle treatment of those muscles with a ball, your hands, warmth and movement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a diagnosis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It knows patterns, it doesn&apos;t know you. Other illnesses can hurt in the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence is debated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger points and their pain patterns are described by clinicians and used widely, but studies disagree about what they are and how reliably they are found. Sources are named everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain is your limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pressing should feel like a good, bearable ache, 4 to 6 of 10. Stop if it gets worse, tingles or goes numb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you mark and answer is kept on this computer only. Bodymap never uses the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I understand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get help at once, and don&apos;t treat anything first, with any of these:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbness between the legs, or new trouble with bladder or bowels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakness or numbness in both legs, or a foot that drops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chest pain, sudden breathlessness, or coughing blood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One calf hot, swollen and tender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sudden, worst-ever headache, or a drooping face or slurred speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fall or accident after which you can&apos;t put weight on the leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fever with back or joint pain, or feeling very ill</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>One moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The atlas is being opened. Your marks are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No muscle in the atlas is known to send pain to what you marked. Check that the marks lie where it hurts. If they do, ask a doctor what else it could be.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Where it hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, {} cm², {} % of the skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a woman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a man</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn with Bodymap, as the person marked it. Areas are those of a model body, {} of {} cm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} more marks are shown on the body only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cm² ({} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strong, 0-10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it feels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soles, larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner left leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner right leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on moving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at night</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlacePage</name>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark pain on all of it. You can also click a smaller part of it on the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No muscle in the atlas is known to send pain here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known to send pain here, best match first:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>{} and {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Back to the step before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do this step again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+15 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It hurts too much: make the rest gentler (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I’m ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has eased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do this step again (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little more time for this (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the routine here? Your place in it will not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This spot has had its full time for now; give it a rest until later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From: {sources}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out because of your answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a day is plenty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to {most} times a day is plenty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A habit that helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And how strong is it now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strong is the pain now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it was {before}, now it is {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {after}, as before. It often eases within the next hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it was {before}, now it is {after}. Rest, and do less the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With your answers to the safety questions no step of this routine should be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every step was skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} of treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step was skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} steps were skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer slept, so the routine was paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound off (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large, for the floor (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice and buttons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound on (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {title}, {side}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the last step. Stay as you are for a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press once more to go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: the left side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: the right side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The routine runs without sounds, since a sound library is missing: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The routine runs without sounds, since no loudspeaker was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breathe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to the left side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to the right side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push gently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any click, Space or headset button: pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{buttons}: pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold it: next  ·  Esc: leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{buttons}: next  ·  Esc: leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc: leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your fingers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tennis ball</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lacrosse ball</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft ball</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Massage cane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foam roller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Towel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strap or belt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm, damp pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm bath</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst pain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I’d rather not say</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerPanel</name>
    <message>
        <source>Routine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PressCheck</name>
    <message>
        <source>Feel for the spot the way it is described above, firmly but not hard, for a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it tender?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it your pain that you feel then?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pressing</name>
    <message>
        <source>Trigger points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends pain to:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Qualities</name>
    <message>
        <source>Aching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Burning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tingling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throbbing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stiff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cramping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swollen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemainderBox</name>
    <message>
        <source>Not everything fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {} cm² of what you marked lies in no known pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that part is new, strange or does not ease, have it looked at.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReminderPart</name>
    <message>
        <source>Remind me of my routine while Bodymap is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours between reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a time of the day: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message>
        <source>Time for your routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few minutes now help more than a long session later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Muscles that send pain to this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResumeOffer</name>
    <message>
        <source>You were in the middle of a routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where I was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were in the middle of a routine: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoutineEditor</name>
    <message>
        <source>Change your routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long each time: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> seconds each</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoutineMaker</name>
    <message>
        <source>Your routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark where it hurts. The sources that are found can then be treated in one routine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it first …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to treat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much time you have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoutineSettingsDialog</name>
    <message>
        <source>Routines: voice, sound and buttons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the computer is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do in each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes, half-way, other side, what comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last five seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Listen to it” also finds out which voices there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chimes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A soft sound at each change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In floor mode the whole window is one button. Here you choose which keys, mouse buttons and headset buttons press it; keys work in the panel as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held down, they go to the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they were at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen and computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the screen on while a routine runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bodymap can’t keep the screen on with this desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell each new step in a notification while the window is hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask how strong the pain is before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the computer slept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pause the routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Movement on the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the system is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoutineSide</name>
    <message>
        <source>{title}, {time} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SafetyQuestions</name>
    <message>
        <source>A few questions for your safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muscles can be treated by oneself, but not in every situation. Your answers stay on this computer and can be changed at any time from the help menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 question is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} questions are still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the first question that is still open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>tender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my pain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not my pain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Script</name>
    <message>
        <source>That was the last step. Stay as you are for a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer slept, so the routine is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half-way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch sides. The same on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch sides. The same on the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, {number} of {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next, the left side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next, the right side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has eased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is how a routine sounds. Press, two of three.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Also called:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends pain to:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger point:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feels like:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worse with:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes hard:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else it could be:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought on by:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helps:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search: muscle, place, symptom, movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results appear while you type. Arrow keys choose, Enter opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the atlas (Ctrl+F or /)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the search field</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>What are you looking for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A muscle, a place on the body, what it feels like, or a movement that hurts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The atlas is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the atlas fits “{}”. Try fewer words or another word for it, or click the place on the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This finds something:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>headache behind the eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can&apos;t lie on my side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tennis elbow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>{}, shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, folded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeeDoctor</name>
    <message>
        <source>Please get help now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please see a doctor first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change my answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out of the routine for this reason: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trunk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forearm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thumb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index finger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>middle finger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ring finger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>little finger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thigh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>foot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>great toe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second toe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>third toe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fourth toe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fifth toe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Mark pain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a drawing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>What the marks may mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get help first: see the warning above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sources</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideSwitch</name>
    <message>
        <source>Side of the body</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Depends on how you drew it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rank}. {plain}, {name}, {side}. {strength}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody draws the same pain twice alike. Drawn again, this muscle may come higher or lower in the list, so look at its neighbours too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read for this atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cited from general knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places and patterns on this page were checked against the sources named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places and patterns on this page are general knowledge, not yet checked against the book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet checked against the book: {}. The rest was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Speaker</name>
    <message>
        <source>The computer’s voice has stopped answering. Chimes go on without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no voice that Bodymap can use, so you hear chimes instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of the language that these texts are written in</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartBar</name>
    <message>
        <source>Start the routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {} minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Where does it hurt?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the place on the body or paint it with the brush, as often as you need. The muscles that are known to send pain there appear here at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you will see on the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a mouse: Tab to the body, move with the arrow keys, mark with Enter. F1 shows all keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you answered about your pain before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another pain: forget the answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strength</name>
    <message>
        <source>Strong match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak match</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThemeMenu</name>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timings</name>
    <message>
        <source>All the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When I move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At night</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TogetherBox</name>
    <message>
        <source>These two together explain {}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These together explain {}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {} cm² are not explained by them: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides of one muscle together explain {}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearly all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more of it than one alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolSize</name>
    <message>
        <source>Size of the tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the tool (+ and −, or Ctrl and the wheel)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings as files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More of the toolbar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner right leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner left leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Depends on how you drew it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is in your list: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
