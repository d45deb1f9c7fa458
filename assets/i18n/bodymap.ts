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
        <source>Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move over the body</source>
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
        <source>Closer, further away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One view large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All views again</source>
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
    <name>BodyCanvas</name>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move over the body, with Shift by region. Enter marks pain, Delete removes a mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark: {}</source>
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
    <name>CautionCard</name>
    <message>
        <source>Less</source>
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
</context>
<context>
    <name>Document</name>
    <message>
        <source>Mark pain</source>
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
    <name>MainWindow</name>
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
    <name>MarkEditor</name>
    <message>
        <source>Remove this mark: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strong?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strong, from 0 to 10</source>
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
    <message>
        <source>Why it is in your list: {}</source>
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
        <source>Where does it hurt?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the place on the body, as often as you need. The muscles that are known to send pain there appear here at once.</source>
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
        <source>No known pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No muscle in the atlas is known to send pain to what you marked. Check that the marks lie where it hurts. If they do, ask a doctor what else it could be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it may come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best match first. The patterns come from published descriptions, and people differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {} more</source>
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
    <message>
        <source>These two together explain {}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These together explain {}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {} cm² of what you marked lies in no known pattern. If that part is new, strange or does not ease, have it looked at.</source>
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
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+15 s</source>
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
        <source>{time} left</source>
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
    <name>Side</name>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
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
        <source>{rank}. {plain}, {name}, {side}. {strength}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depends on exactly where you mark it</source>
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
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
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
        <source>R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
