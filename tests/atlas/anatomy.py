"""What anatomy says of the shipped landmarks and regions: where each has to be, and in which order they come."""

from __future__ import annotations

TOES = ("great_toe", "second_toe", "third_toe", "fourth_toe", "fifth_toe")
FINGERS = ("thumb", "index_finger", "middle_finger", "ring_finger", "little_finger")

SEGMENTS: dict[str, str] = {
    "head": "vertex forehead brow eye temple nose_bridge cheekbone tmj ear masseter_belly jaw_angle chin mastoid "
    "occiput nuchal_line",
    "head neck": "suboccipital c2 hyoid scm_belly",
    "neck": "c4 neck_side",
    "neck trunk": "c6 larynx neck_shoulder_angle",
    "trunk": "c7 t1 t2 t3 t4 t5 t6 t7 t8 t9 t10 t11 t12 l1 l2 l3 l4 l5 s1 s2 s3 s4 s5 coccyx gluteal_cleft "
    "suprasternal_notch sternal_angle sternum_mid xiphoid epigastrium umbilicus lower_abdomen pubic_symphysis "
    "clavicle_medial clavicle_mid scapula_upper_angle scapula_spine_root scapula_medial_border scapula_lower_angle "
    "infraspinatus_belly pectoral_belly rib_2_front rib_5_front rib_5_side rib_8_side rib_10_side costal_margin "
    "rib_12_tip rib_12_angle flank mcburney l3_transverse erector_l1 erector_l3 ql_upper ql_lower psis si_joint "
    "sacral_border_upper sacral_border_middle sacral_border_lower iliac_crest_top iliac_crest_back iliac_crest_front "
    "iliac_tubercle asis aiis inguinal_mid gluteus_medius_mid gluteus_minimus_mid piriformis_mid",
    "trunk thigh": "pubic_tubercle perineum greater_trochanter_top tfl_belly ischial_tuberosity "
    "buttock_mid sartorius_upper",
    "trunk upper_arm": "acromion ac_joint clavicle_lateral coracoid bicipital_groove scapula_spine trapezius_top "
    "axilla_front axilla_back scapula_lateral_border",
    "upper_arm": "deltoid_belly deltoid_insertion biceps_belly triceps_belly",
    "upper_arm forearm": "lateral_epicondyle medial_epicondyle olecranon elbow_crease",
    "forearm": "radial_head brachioradialis_belly extensor_mass flexor_mass radial_styloid",
    "forearm hand": "ulnar_styloid wrist_crease",
    "hand": "palm_mid hand_back_mid hypothenar_mid",
    "hand thumb": "snuffbox thenar_mid first_web knuckle_1",
    "hand index_finger": "knuckle_2",
    "hand middle_finger": "knuckle_3",
    "hand ring_finger": "knuckle_4",
    "hand little_finger": "knuckle_5",
    "thigh": "greater_trochanter greater_trochanter_back greater_trochanter_front gluteal_fold thigh_front_mid "
    "thigh_outer_upper thigh_outer_mid thigh_outer_lower thigh_back_mid thigh_inner_upper thigh_inner_mid "
    "rectus_femoris_upper adductor_longus_upper vastus_lateralis_mid vastus_medialis_belly biceps_femoris_belly "
    "semitendinosus_belly patella_top patella_mid patella_outer patella_inner lateral_femoral_epicondyle "
    "medial_femoral_epicondyle adductor_tubercle",
    "thigh leg": "patella_bottom knee_joint_outer knee_joint_inner popliteal_crease hamstring_tendon_outer "
    "hamstring_tendon_inner gerdy_tubercle",
    "leg": "tibial_tuberosity pes_anserinus fibular_head fibular_neck shin_mid tibialis_anterior_belly leg_outer_upper "
    "leg_outer_mid leg_outer_lower tibia_inner_mid calf_head_inner calf_head_outer calf_mid calf_end soleus_lower "
    "achilles_mid",
    "leg foot": "lateral_malleolus medial_malleolus ankle_front",
    "foot": "achilles_insertion heel_back heel_plantar heel_outer heel_inner sinus_tarsi navicular cuboid "
    "metatarsal_5_base metatarsal_1_base instep foot_dorsum_mid sole_arch sole_mid sole_outer",
    **{finger: f"{finger}_tip" for finger in FINGERS},
    **{f"foot {toe}": f"metatarsal_head_{i} metatarsal_head_{i}_plantar" for i, toe in enumerate(TOES, 1)},
    **{toe: f"{toe}_tip" for toe in TOES[1:]},
    "great_toe": "great_toe_tip great_toe_pad",
}
"""Where each landmark has to be: the segments that it may lie on, by name."""

HEIGHTS: dict[str, tuple[float, float]] = {
    "c7": (0.84, 0.88),
    "acromion": (0.79, 0.85),
    "suprasternal_notch": (0.79, 0.835),
    "xiphoid": (0.68, 0.74),
    "umbilicus": (0.58, 0.63),
    "l4": (0.58, 0.63),
    "iliac_crest_top": (0.58, 0.63),
    "asis": (0.53, 0.58),
    "psis": (0.54, 0.59),
    "pubic_symphysis": (0.47, 0.53),
    "greater_trochanter": (0.48, 0.54),
    "ischial_tuberosity": (0.45, 0.50),
    "gluteal_fold": (0.43, 0.485),
    "patella_mid": (0.26, 0.31),
    "fibular_head": (0.24, 0.285),
    "tibial_tuberosity": (0.22, 0.27),
    "lateral_malleolus": (0.03, 0.052),
    "medial_malleolus": (0.035, 0.06),
}
"""Height over the floor as a share of stature, from measured adults (iliocristale 0.61, trochanterion 0.52, tibiale
0.26 and their like), with room for the two figures' own build."""

ABOVE = (
    "vertex forehead nose_bridge chin chin_below hyoid larynx suprasternal_notch",
    "occiput_side occipitalis_belly occiput c2",
    "nuchal_line suboccipital",
    "occiput c2 c4 c6 c7 t1 t2 t3 t4 t5 t6 t7 t8 t9 t10 t11 t12 l1 l2 l3 l4 l5 s1 s2 s3 s4 s5 coccyx perineum",
    "suprasternal_notch sternal_angle sternum_mid xiphoid epigastrium umbilicus lower_abdomen pubic_symphysis perineum",
    (
        "iliac_crest_top gluteus_medius_mid gluteus_minimus_mid greater_trochanter_top greater_trochanter "
        "thigh_outer_upper thigh_outer_mid thigh_outer_lower knee_joint_outer fibular_head fibular_neck "
        "leg_outer_upper leg_outer_mid leg_outer_lower lateral_malleolus heel_outer"
    ),
    "asis aiis inguinal_mid pubic_tubercle",
    (
        "psis sacral_border_upper sacral_border_middle sacral_border_lower buttock_mid ischial_tuberosity gluteal_fold "
        "thigh_back_mid popliteal_crease calf_mid calf_end achilles_mid achilles_insertion heel_back heel_plantar"
    ),
    "patella_top patella_mid patella_bottom tibial_tuberosity tibialis_anterior_belly shin_mid ankle_front instep",
    "rib_5_side rib_8_side rib_10_side flank iliac_crest_top iliac_tubercle asis",
    "scapula_upper_angle scapula_spine_root scapula_medial_border scapula_lower_angle rib_12_angle rib_12_tip",
    (
        "deltoid_belly deltoid_insertion lateral_epicondyle radial_head extensor_mass radial_styloid knuckle_2 "
        "middle_finger_tip"
    ),
)
"""Chains of landmarks, each of which lies above the next."""

OUTWARD = (
    "umbilicus inguinal_mid asis",
    "pubic_symphysis pubic_tubercle inguinal_mid aiis",
    "s2 psis piriformis_mid gluteus_minimus_mid",
    "l3 erector_l3 l3_transverse",
    "patella_inner patella_mid patella_outer",
    "medial_femoral_epicondyle patella_mid lateral_femoral_epicondyle",
    "medial_malleolus ankle_front lateral_malleolus",
    "metatarsal_head_1 metatarsal_head_2 metatarsal_head_3 metatarsal_head_4 metatarsal_head_5",
    (
        "metatarsal_head_1_plantar metatarsal_head_2_plantar metatarsal_head_3_plantar metatarsal_head_4_plantar "
        "metatarsal_head_5_plantar"
    ),
    "navicular sole_arch sole_mid sole_outer metatarsal_5_base",
    "knuckle_5 knuckle_4 knuckle_3 knuckle_2",
    "t3 scapula_spine_root scapula_spine acromion",
    "suprasternal_notch clavicle_medial clavicle_mid clavicle_lateral acromion",
)
"""Chains of landmarks, each of which is nearer to the midline than the next."""

FORWARD = (
    "psis iliac_crest_top iliac_tubercle iliac_crest_front asis",
    "greater_trochanter_back greater_trochanter greater_trochanter_front",
    "heel_back heel_plantar lateral_malleolus sinus_tarsi metatarsal_5_base metatarsal_head_5 fifth_toe_tip",
    "heel_back heel_inner medial_malleolus navicular metatarsal_1_base metatarsal_head_1 great_toe_tip",
    "calf_head_outer fibular_head gerdy_tubercle",
    "popliteal_crease knee_joint_outer patella_outer patella_mid",
    "occiput mastoid ear tmj cheekbone",
)
"""Chains of landmarks, each of which lies behind the next."""

HOLDS: dict[str, str] = {
    "lateral_thigh_hip": "greater_trochanter thigh_outer_upper thigh_outer_mid thigh_outer_lower gluteus_minimus_mid",
    "buttock": "buttock_mid piriformis_mid ischial_tuberosity",
    "sacral_gluteal": "buttock_mid s3 psis",
    "iliosacral": "s2 s4 psis si_joint",
    "lumbar": "l1 l3 l5 erector_l3 ql_lower",
    "pelvic": "pubic_tubercle",
    "abdominal": "umbilicus epigastrium mcburney",
    "lower_abdominal": "mcburney lower_abdomen",
    "anterior_thigh": "thigh_front_mid rectus_femoris_upper",
    "medial_thigh": "thigh_inner_upper thigh_inner_mid",
    "posterior_thigh": "thigh_back_mid biceps_femoris_belly semitendinosus_belly",
    "anterior_knee": "patella_mid patella_top patella_outer",
    "anteromedial_knee": "knee_joint_inner patella_inner medial_femoral_epicondyle",
    "lateral_knee": "knee_joint_outer lateral_femoral_epicondyle fibular_head",
    "posterior_knee": "popliteal_crease hamstring_tendon_outer hamstring_tendon_inner",
    "anterior_leg": "shin_mid tibialis_anterior_belly",
    "lateral_leg": "leg_outer_upper leg_outer_mid leg_outer_lower fibular_neck",
    "posterior_leg": "calf_mid calf_head_inner calf_head_outer calf_end soleus_lower",
    "anterior_ankle": "ankle_front",
    "lateral_ankle": "lateral_malleolus",
    "medial_ankle": "medial_malleolus",
    "posterior_ankle": "achilles_mid",
    "heel": "heel_back heel_plantar heel_outer heel_inner",
    "dorsal_forefoot": "foot_dorsum_mid metatarsal_head_2",
    "plantar_midfoot": "sole_arch sole_mid",
    "metatarsal_head": "metatarsal_head_1_plantar metatarsal_head_3_plantar metatarsal_head_5_plantar",
    "plantar_great_toe": "great_toe_pad",
    "side_of_chest": "rib_5_side rib_8_side",
    "front_of_chest": "sternum_mid pectoral_belly",
    "back_of_shoulder": "scapula_spine infraspinatus_belly",
    "front_of_shoulder": "bicipital_groove",
    "upper_thoracic_back": "t2 scapula_upper_angle",
    "mid_thoracic_back": "t6 scapula_medial_border",
    "low_thoracic_back": "t10 t12",
    "back_of_neck": "c4 c6 suboccipital",
    "throat_front_neck": "larynx hyoid",
    "volar_wrist_palm": "palm_mid wrist_crease",
    "dorsal_wrist_hand": "hand_back_mid",
    "eye_eyebrow": "eye brow",
    "ear_tmj": "ear tmj",
    "cheek_jaw": "masseter_belly jaw_angle chin",
    "temporal": "temple",
    "frontal": "forehead",
    "back_of_head": "occiput nuchal_line",
    "vertex": "vertex",
}
"""Landmarks that a region must take in."""

AREAS: dict[str, tuple[float, float]] = {
    "lateral_thigh_hip": (450, 900),
    "buttock": (200, 450),
    "lumbar": (150, 400),
    "iliosacral": (60, 160),
    "anterior_thigh": (400, 800),
    "posterior_thigh": (200, 500),
    "posterior_leg": (350, 750),
    "lateral_leg": (200, 450),
    "lateral_ankle": (50, 140),
    "heel": (45, 130),
    "metatarsal_head": (25, 80),
    "dorsal_great_toe": (6, 30),
    "plantar_lesser_toes": (15, 70),
}
"""Plausible sizes in cm² of some regions of an adult; all others lie within 5 and 900."""
